// Made from core/schema by core/tests/types.rs; changes here are lost.

/**
 * Measurement: indicators, forecasts, attribution, experiments, impact, response.
 * @module
 */

import { tableText, tablesText, type TableLike } from "./columns.js";
import { ask } from "./measure-engine.js";
import { partsOf } from "./text.js";
import type {
  CompositeOptions,
  CompositeReport,
  CompositeSensitivity,
  CompositeSensitivityOptions,
} from "./types.js";

/**
 * How do the units rank, and what makes it so?
 *
 * The options are those of CompositeOptions:
 *
 * - `unit`: Column with the name of the unit (market, team, channel), each once.
 * - `index`: Name of the index, the top of the tree.
 * - `indicators`: The indicators, at least one.
 * - `groups`: Groups between indicators and index, in any order.
 * - `screening`: Which units have enough data.
 * - `imputation`: How gaps are filled.
 * - `treatment`: How outliers are treated.
 * - `normalisation`: How indicators get a common scale.
 * - `aggregation`: How scores are put together.
 * - `missing`: What a gap does to the score above it.
 * - `least_share`: Smallest share of weights with data, 0 to 1, below which a group or the index has no
 *   score.
 * - `include`: Steps whose data the report shall hold.
 *
 * @throws {PacelineError} with every fault.
 */
export function composite(table: TableLike, options?: CompositeOptions): CompositeReport {
  return ask("composite", { table: tableText(table) }, options);
}

/**
 * How much do the ranks depend on weights and choices?
 *
 * The options are those of CompositeSensitivityOptions:
 *
 * - `composite`: The index as it is.
 * - `weights`: Which weights vary, each independently of the others.
 * - `weight_spread`: Weights lie evenly within 1 ± this times themselves, 0 to 1.
 * - `normalisations`: Other normalisations, as likely as that of the index.
 * - `aggregations`: Other means, as likely as that of the index; groups with a mean of their own keep it.
 * - `imputations`: Other ways to fill gaps, as likely as that of the index; all groups from one column.
 * - `treatments`: Other ways to treat outliers, as likely as that of the index.
 * - `samples`: Size of each of the two samples, 16 to 100,000.
 * - `bootstrap`: Draws of the bootstrap for the intervals of the sensitivities, 0 to 10,000.
 * - `level`: Level of the intervals, 0.5 to 0.999.
 * - `seed`: Seed of the samples.
 *
 * @throws {PacelineError} with every fault.
 */
export function compositeSensitivity(table: TableLike, options?: CompositeSensitivityOptions): CompositeSensitivity {
  return ask("composite_sensitivity", { table: tableText(table) }, options);
}
