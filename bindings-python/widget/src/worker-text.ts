// The Worker, as a text inside the widget: a notebook serves no file beside it.

/** Put here by the build: the script of the Worker. */
declare const WORKER: string;

/** Starts a Worker of that text. */
export function worker(): Worker {
  const url = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  try {
    return new Worker(url, { type: "module", name: "paceline" });
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
