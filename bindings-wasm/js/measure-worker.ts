/**
 * The Worker of `paceline/measure/client`: runs the operations it is sent, one after the other.
 * @module
 */

import { measureTexts, startMeasuring } from "./measure-engine.js";
import { serve } from "./serve.js";

serve(startMeasuring, ({ operation, parts, options }) => measureTexts(operation, parts, options));
