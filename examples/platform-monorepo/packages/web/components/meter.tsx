export function Meter({ label, value, max }: { label: string; value: number; max: number }) {
  return (
    <p>
      {label}: <meter value={value} max={max} /> {value} of {max}
    </p>
  )
}
