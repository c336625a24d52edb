type Place = { turns: Int32Array<SharedArrayBuffer>; thread: number; [part: string]: unknown }
export function listeningThread(
  script: URL,
  place: Place,
  giveUp: (error: Error) => void,
): {
  listen(): Promise<void>
  stop(): Promise<void>
}

export function runThread(
  script: URL,
  workerData: object,
  onEnd: (error: Error) => void,
): {
  ready: Promise<unknown>
  ask(message: object): Promise<unknown>
  end(): Promise<unknown>
}
