type Place = { turns: Int32Array<SharedArrayBuffer>; thread: number }
export function otherThread(
  script: URL,
  place: Place,
): {
  ready(): Promise<unknown>
  answer(call: { body: Buffer | null; [part: string]: unknown }): Promise<unknown>
  stop(): Promise<void>
}

export function runThread(
  script: URL,
  workerData: object,
  onEnd: (error: Error) => void,
): {
  ready: Promise<unknown>
  ask(message: object, transfer?: readonly ArrayBuffer[]): Promise<unknown>
  end(): Promise<unknown>
}
