/** Exceptions by how much time they have left. They cannot be recorded yet, and no figure stands in for them. */
export function ExceptionsFigure() {
  return (
    <figure aria-labelledby="exceptions" className="flex min-w-0 flex-col self-start rounded-card border border-border border-dashed p-4">
      <figcaption className="space-y-1">
        <h3 id="exceptions" className="font-semibold text-body">
          No exception is recorded
        </h3>
        <p className="text-dense text-muted">
          Exceptions cannot be requested or approved yet, so none is in force and none has ended. Once they can be, this chart counts those
          that are active, that end within 7 days, and that have ended, by age.
        </p>
      </figcaption>
    </figure>
  )
}
