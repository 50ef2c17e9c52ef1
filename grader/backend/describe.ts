import { LabError } from '../model/errors.ts'
import { loadTf } from './load.ts'
import { backendNames, type BackendName } from './names.ts'

/** Whether a backend can be used here, and in which version; or why not. */
export interface BackendStatus {
  readonly name: BackendName
  readonly available: boolean
  /** `absent`: the package is not installed (npm leaves an optional one out when its binary does not install). */
  readonly reason: 'loads' | 'absent' | 'broken'
  /** The version of tfjs, or the error of a backend that is installed and does not load. */
  readonly detail: string
}

/** Tries every backend in turn. The active backend changes: call {@link loadTf} before computing afterwards. */
export async function describeBackends(load: typeof loadTf = loadTf): Promise<readonly BackendStatus[]> {
  const statuses: BackendStatus[] = []
  for (const name of backendNames) statuses.push(await describeBackend(name, load))
  return statuses
}

async function describeBackend(name: BackendName, load: typeof loadTf): Promise<BackendStatus> {
  try {
    const tf = await load(name)
    return { name, available: true, reason: 'loads', detail: tf.version_core }
  } catch (error) {
    const absent = error instanceof LabError && error.params['reason'] === 'absent'
    return { name, available: false, reason: absent ? 'absent' : 'broken', detail: detailOf(error) }
  }
}

function detailOf(error: unknown): string {
  if (error instanceof LabError) return String(error.params['detail'] ?? '')
  return error instanceof Error ? error.message : String(error)
}
