// What the page of marks does in the browser. It knows no words: all of them come with the page.

/** The form of one criterion of one submission. */
class MarkForm {
  readonly #form: HTMLFormElement
  readonly #points = input('points')
  readonly #reason = input('reason')
  readonly #by = input('by')
  readonly #status = element('status')
  readonly #problem = element('problem')
  #typed = 0
  #saving = false

  constructor(form: HTMLFormElement) {
    this.#form = form
  }

  start(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#save(true)
    })
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-points]'))
      button.addEventListener('click', () => {
        this.#fill(button.dataset['points'] ?? '')
      })
    click('save', () => void this.#save(false))
    click('withdraw', () => void this.#save(false, true))
    for (const field of [this.#points, this.#reason])
      field.addEventListener('input', () => {
        this.#later()
      })
    // The last letters, when a page is left before they were sent.
    addEventListener('pagehide', () => {
      if (this.#typed !== 0) this.#keep()
    })
    this.#listen()
  }

  /** Single keys work where nothing is typed, and can be switched off: some speak to their computers. */
  #listen(): void {
    const single = document.querySelector<HTMLInputElement>('#single')
    if (single) {
      single.checked = sessionStorage.getItem('single-keys') !== 'off'
      single.addEventListener('change', () => {
        sessionStorage.setItem('single-keys', single.checked ? 'on' : 'off')
      })
    }
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        void this.#save(true)
      } else if (event.key === 'Escape') leaveField()
      else if (single?.checked !== false && !isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey)
        this.#press(event)
    })
  }

  #press(event: KeyboardEvent): void {
    const band = this.#form.querySelector<HTMLButtonElement>(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)
    const keys: Readonly<Record<string, () => void>> = {
      p: () => {
        this.#points.focus()
      },
      m: () => {
        this.#reason.focus()
      },
      s: () => void this.#save(false),
      j: () => {
        follow('next')
      },
      k: () => {
        follow('previous')
      },
      '?': () => {
        const help = document.querySelector<HTMLDetailsElement>('#help')
        if (help) help.open = !help.open
      },
    }
    const action = band
      ? (): void => {
          band.click()
        }
      : keys[event.key]
    if (!action) return
    // Otherwise the letter lands in the field that it leads to.
    event.preventDefault()
    action()
  }

  #fill(points: string): void {
    this.#points.value = points
    this.#later()
    this.#reason.focus()
  }

  async #save(goOn: boolean, withdraw = false): Promise<void> {
    if (this.#saving) return
    this.#saving = true
    clearTimeout(this.#typed)
    this.#typed = 0
    this.#tell(this.#form.dataset['saving'] ?? '', '')
    const { save = '', etag = '' } = this.#form.dataset
    const answer = await send(save, {
      points: withdraw ? null : this.#points.value,
      reason: this.#reason.value,
      by: this.#by.value,
      etag,
    })
    this.#saving = false
    if (!answer) this.#tell('', this.#form.dataset['unreachable'] ?? '')
    else if (!answer.saved) this.#refuse(answer)
    else if (goOn) location.assign(answer.next)
    else {
      // Made anew, so that it shows what is stored and nothing else.
      location.reload()
    }
  }

  #refuse({ message, field }: Answer): void {
    this.#tell('', message)
    for (const each of [this.#points, this.#reason]) each.setAttribute('aria-invalid', String(each.name === field))
    if (field === 'points') this.#points.focus()
    if (field === 'reason') this.#reason.focus()
  }

  #tell(status: string, problem: string): void {
    this.#status.textContent = status
    this.#problem.textContent = problem
  }

  #later(): void {
    clearTimeout(this.#typed)
    this.#typed = setTimeout(() => {
      this.#keep()
    }, 300)
  }

  /** What is typed, kept where the marks are until it is saved. */
  #keep(): void {
    this.#typed = 0
    const body = JSON.stringify({ points: this.#points.value, reason: this.#reason.value })
    const headers = { 'content-type': 'application/json' }
    void fetch(this.#form.dataset['draft'] ?? '', { method: 'POST', headers, body, keepalive: true }).catch(
      () => undefined,
    )
  }
}

/** What the server says of a mark. */
interface Answer {
  readonly saved: boolean
  /** Where to go on. */
  readonly next: string
  readonly message: string
  /** The field that is wrong. */
  readonly field: string
}

/** Undefined when nobody answers. */
async function send(url: string, body: object): Promise<Answer | undefined> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await response.json()) as Answer
  } catch {
    return undefined
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`#${id}`)
  return found
}

function input(id: string): HTMLInputElement | HTMLTextAreaElement {
  return element(id) as HTMLInputElement | HTMLTextAreaElement
}

function click(id: string, action: () => void): void {
  document.getElementById(id)?.addEventListener('click', action)
}

function follow(id: string): void {
  document.querySelector<HTMLAnchorElement>(`#${id}`)?.click()
}

function isTyping({ target }: Event): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')
}

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

const form = document.querySelector<HTMLFormElement>('#mark')
if (form) new MarkForm(form).start()
