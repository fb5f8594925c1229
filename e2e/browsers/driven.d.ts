/** What the smoke story needs from a browser. */
export interface DrivenBrowser {
  /** Name and version. */
  readonly name: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function, given as source text, in the page. Argument and result are JSON. */
  run<T>(script: string, argument?: unknown): Promise<T>;
  /** Presses the mouse at a point of the window, drags it through the others and releases it. */
  drag(from: Place, ...places: Place[]): Promise<void>;
  /** The pixels of the drawing that the page last sent to a worker, 0 to 255; null for none. Left out where it cannot be known. */
  sentDrawing?(): Promise<readonly number[] | null>;
  /** Console errors and warnings so far; null where the browser does not expose its console. */
  noise(): readonly string[] | null;
  close(): Promise<void>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}
