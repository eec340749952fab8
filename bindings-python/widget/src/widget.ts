/**
 * The widget of notebooks: an interactive Gantt chart that replans in the browser, for anywidget.
 *
 * The engine is inside this file; nothing is loaded from anywhere. Python and the page share the plan as one text.
 */

import type { Model } from "./model.js";
import { Session, told } from "./session.js";
import { draw } from "./view.js";

const sessions = new WeakMap<Model, Promise<Session>>();

/** The session of a model: one, however many views it has. */
function sessionOf(model: Model): Promise<Session> {
  let session = sessions.get(model);
  if (!session) {
    session = Session.of(model);
    sessions.set(model, session);
  }
  return session;
}

async function initialize({ model }: { model: Model }): Promise<() => void> {
  const session = await sessionOf(model).catch(() => null); // `render` tells what is wrong
  return () => session?.close();
}

async function render({ model, el }: { model: Model; el: HTMLElement }): Promise<() => void> {
  try {
    return draw(await sessionOf(model), model, el);
  } catch (error) {
    el.textContent = `The chart cannot be shown: ${told(error)}`;
    return () => {};
  }
}

export default { initialize, render };
