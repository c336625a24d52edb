'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './button'
import { TitleRow } from './card'
import { classNames } from './class-names'
import { ConfirmModal } from './confirm-modal'
import { Expandable } from './expandable'
import { focusFirstInvalid } from './form-field'
import { Alert } from './notice'

export type WizardStep = { title: string; description?: ReactNode; info?: ReactNode }

export type WizardProps = {
  /** What the whole thing is called, for the ears: `Create user`. */
  label: string
  steps: readonly WizardStep[]
  /** From 0. */
  step: number
  /** Goes back to a step that was done; steps ahead are not links. */
  onStep: (step: number) => void
  /** Next, or the last step's own button. Validate here; to refuse, set your fields' errors and `error`. */
  onNext: () => void
  /** Words of the button that does it all: `Create user`. */
  submitLabel: string
  /** The step that has this button; the last one unless a page of results follows. */
  submitStep?: number
  onCancel: () => void
  /** Something was typed: Cancel asks first. */
  dirty?: boolean
  busy?: boolean
  /** Stands above the footer; the first invalid field takes the focus when it changes. */
  error?: ReactNode
  /** Left in the footer: `Nothing is saved yet.` */
  note?: ReactNode
  /** Replaces Cancel, Previous and Next, e.g. on the last page of a flow that is over. */
  footer?: ReactNode
  /** What is done cannot be done again: steps before this one are no longer links. */
  lockedBefore?: number
  /** No column of steps: `Step 1 of 2` stands under the title, and the content gets the whole width. */
  wide?: boolean
  children: ReactNode
}

/** Steps at the left, the form, a footer that sticks to the foot. The caller holds the state. */
export function Wizard(props: WizardProps) {
  const { label, steps, step, error, dirty, onCancel, wide, children } = props
  const [leaving, setLeaving] = useState(false)
  const content = useRef<HTMLDivElement>(null)
  useFocusOnTrouble(content, error)
  useFocusOnStep(content, step)
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        // Events of a modal's own form bubble up to here through the portal.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (!props.busy) props.onNext()
      }}
    >
      <div className={wide ? 'wizard-wide' : 'wizard'}>
        {!wide && <StepList {...props} />}
        <div ref={content}>
          {!wide && (
            <div className="wizard-short">
              <Expandable title={`Step ${step + 1} of ${steps.length}`}>
                <StepList {...props} />
              </Expandable>
            </div>
          )}
          <StepHead {...props} />
          <div className="wizard-content">{children}</div>
          {error && (
            <Alert kind="error" announce className="wizard-error">
              {error}
            </Alert>
          )}
        </div>
      </div>
      <div className="wizard-foot">
        {props.note && <span className="wizard-note">{props.note}</span>}
        {props.footer ?? <Footer {...props} onLeave={() => (dirty ? setLeaving(true) : onCancel())} />}
      </div>
      {leaving && (
        <ConfirmModal
          title="Leave without saving?"
          action="Leave"
          onConfirm={onCancel}
          onClose={() => setLeaving(false)}
        >
          What you have entered will be lost.
        </ConfirmModal>
      )}
    </form>
  )
}

function StepHead({ steps, step, wide }: WizardProps) {
  const now = steps[step]
  return (
    <div className="wizard-head" tabIndex={-1} data-step-head>
      <TitleRow level={1} title={now?.title} info={now?.info} />
      {(wide || now?.description) && (
        <p className="lead">
          {wide && `Step ${step + 1} of ${steps.length}. `}
          {now?.description}
        </p>
      )}
    </div>
  )
}

function Footer({
  step,
  steps,
  busy,
  submitLabel,
  submitStep = steps.length - 1,
  onStep,
  onLeave,
  lockedBefore = 0,
}: WizardProps & { onLeave: () => void }) {
  return (
    <>
      <Button variant="plain" onClick={onLeave} disabled={busy}>
        Cancel
      </Button>
      {step > lockedBefore && (
        <Button onClick={() => onStep(step - 1)} disabled={busy}>
          Previous
        </Button>
      )}
      <Button type="submit" variant="primary" loading={busy}>
        {step === submitStep ? submitLabel : 'Next'}
      </Button>
    </>
  )
}

function StepList({ steps, step, onStep, busy, lockedBefore = 0 }: WizardProps) {
  return (
    <ol className="wizard-steps">
      {steps.map(({ title }, index) => {
        const state = index < step ? 'done' : index === step ? 'now' : 'later'
        const words = `Step ${index + 1}`
        return (
          <li
            key={title}
            className={classNames('wizard-step', `wizard-step-${state}`)}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="wizard-mat" aria-hidden="true" />
            <small>{words}</small>
            {state === 'now' && <b>{title}</b>}
            {state === 'later' && <span>{title}</span>}
            {state === 'done' && (
              <button type="button" disabled={busy || index < lockedBefore} onClick={() => onStep(index)}>
                {title}
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function useFocusOnTrouble(content: React.RefObject<HTMLDivElement | null>, error: ReactNode) {
  useEffect(() => {
    if (error) focusFirstInvalid(content.current)
  }, [content, error])
}

// A new step is a new page for everybody who cannot see it change.
function useFocusOnStep(content: React.RefObject<HTMLDivElement | null>, step: number) {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    window.scrollTo({ top: 0 })
    content.current?.querySelector<HTMLElement>('[data-step-head]')?.focus({ preventScroll: true })
  }, [content, step])
}
