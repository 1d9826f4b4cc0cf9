'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useRef, useState, useTransition } from 'react'
import { isConfirmed, type LiveState } from '#lib/client/live-state.ts'

/** Deadlines and ages pass even when nothing is recorded. */
const JUDGE_AGAIN_AFTER_MS = 60_000
/** A page is not judged more often, and never spends more than a fifth of its time on it. */
const AT_MOST_EVERY_MS = 1_000
const REST_FACTOR = 4
/** While somebody works in the page, so often it is looked whether that is over. */
const LOOK_AGAIN_MS = 1_000
/** A pointer that moved so recently is about to press something. */
const POINTER_RESTS_MS = 2_500

interface Asked {
  readonly live: LiveState
  /** What must not move under somebody who works in it. */
  readonly region: RefObject<HTMLElement | null>
  /** When a pointer last moved over it, in milliseconds. */
  readonly pointerAt: RefObject<number>
  /** How much was recorded since the judgement. */
  readonly updates: number
  /** The judgement that is shown, and since when, in milliseconds. */
  readonly at: string
  readonly since: number
  readonly current: number
}

interface Renewal {
  readonly isRenewing: boolean
  /** Something newer waits for whoever works in the page. */
  readonly isHeld: boolean
  readonly renew: () => void
}

/**
 * Asks for the page again when something was recorded, when it has grown old, and when the server is back; at once when nobody works in the
 * region, otherwise as soon as that is over or `renew` is called.
 */
export function useRenewal({ live, region, pointerAt, updates, at, since, current }: Asked): Renewal {
  const router = useRouter()
  const [isRenewing, startTransition] = useTransition()
  const [isHeld, setHeld] = useState(false)
  const begunAt = useRef<number | null>(null)
  const notBefore = useRef(0)
  const [settledResets, setSettledResets] = useState(live.resets)
  const wasGone = useRef(false)
  const isOld = current - since > JUDGE_AGAIN_AFTER_MS
  // What there is to show: not asked for twice, should an answer not have it.
  const wanted =
    live.resets > settledResets ? `reset ${live.resets}` : updates > 0 ? `updates to ${live.head}` : isOld ? `age of ${at}` : null
  const askedFor = useRef<string | null>(null)
  const confirmed = isConfirmed(live)

  const renew = useCallback(() => {
    begunAt.current = Date.now()
    askedFor.current = wanted
    setHeld(false)
    setSettledResets(live.resets)
    startTransition(() => router.refresh())
  }, [router, wanted, live.resets])

  useEffect(() => {
    if (isRenewing || begunAt.current === null) return
    notBefore.current = Date.now() + Math.max(AT_MOST_EVERY_MS, REST_FACTOR * (Date.now() - begunAt.current))
    begunAt.current = null
  }, [isRenewing])

  useEffect(() => {
    if (live.connection === 'gone') wasGone.current = true
    else if (confirmed && wasGone.current) {
      wasGone.current = false
      renew()
    }
  }, [live.connection, confirmed, renew])

  useEffect(() => {
    if (!confirmed || isRenewing || wanted === null || askedFor.current === wanted) return
    let timer = setTimeout(attempt, Math.max(0, notBefore.current - Date.now()))
    function attempt() {
      if (isWorkedIn(region.current, pointerAt.current)) {
        setHeld(true)
        timer = setTimeout(attempt, LOOK_AGAIN_MS)
      } else {
        renew()
      }
    }
    return () => clearTimeout(timer)
  }, [confirmed, isRenewing, wanted, renew, region, pointerAt])

  return { isRenewing, isHeld: wanted !== null && isHeld && !isRenewing, renew }
}

/** Whether somebody has the focus in a region, has marked text in it, has a dialog open, or just moved a pointer over it. */
function isWorkedIn(region: HTMLElement | null, pointerAt: number): boolean {
  if (region === null) return false
  if (Date.now() - pointerAt < POINTER_RESTS_MS) return true
  if (region.contains(document.activeElement) || document.querySelector('[role="dialog"]') !== null) return true
  const marked = window.getSelection()
  return marked !== null && !marked.isCollapsed && marked.anchorNode !== null && region.contains(marked.anchorNode)
}
