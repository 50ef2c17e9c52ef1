import type { MessageParams } from '../model/finding.ts'
import type { Slug } from '../model/verdict.ts'
import type { Progress } from '../running/runner.ts'
import type { CommandContext } from './context.ts'
import { ProgressLine } from './progress-line.ts'

/** One line on the terminal that says how far the trainings are; nothing where nobody watches. */
export class TrainingLine {
  readonly #say: CommandContext['say']
  readonly #line: ProgressLine
  readonly #started = new Map<Slug, { readonly training: string; readonly at: number }>()

  constructor(context: Pick<CommandContext, 'live' | 'note' | 'say'>) {
    this.#say = context.say
    this.#line = new ProgressLine(context)
  }

  readonly show = (progress: Progress): void => {
    this.#line.show(() => this.#say('progress.training', this.#params(progress)))
  }

  /** Takes the line away. */
  clear(): void {
    this.#line.clear()
  }

  #params({ slug, fn, steps, of, epochs, loss }: Progress): MessageParams {
    const training = `${fn}/${String(of)}`
    const known = this.#started.get(slug)
    const start = known?.training === training ? known : { training, at: performance.now() }
    this.#started.set(slug, start)
    const perStep = (performance.now() - start.at) / Math.max(1, steps)
    return {
      slug,
      steps,
      of,
      epochs,
      epoch: Math.min(epochs, 1 + Math.floor(((steps - 1) * epochs) / of)),
      loss: Number.isFinite(loss) ? loss.toPrecision(3) : 'none',
      seconds: Math.ceil((perStep * (of - steps)) / 1000),
    }
  }
}
