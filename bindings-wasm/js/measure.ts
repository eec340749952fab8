// Made from core/schema by core/tests/types.rs; changes here are lost.

/**
 * Measurement: indicators, forecasts, attribution, experiments, impact, response.
 * @module
 */

import { tableText, tablesText, type TableLike } from "./columns.js";
import { ask } from "./measure-engine.js";
import { partsOf } from "./text.js";
import type {
  AttributeOptions,
  AttributionReport,
  CausalImpactOptions,
  CausalImpactReport,
  CompositeOptions,
  CompositeReport,
  CompositeSensitivity,
  CompositeSensitivityOptions,
  LocalLevelOptions,
  LocalLevelReport,
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

/**
 * Which channel did it?
 *
 * The options are those of AttributeOptions:
 *
 * - `layout`: How the table holds the journeys.
 * - `path`: Column of the paths (layout `paths`): channels in the order of their touches.
 * - `separator`: What stands between the channels of a path, blanks around it left out.
 * - `conversions`: Column with the number of conversions: of the path, or of the journey of the touch (a
 *   truth value counts 1 or 0; it may stand on each row of the journey or on one of them).
 * - `value`: Column with the value of these conversions in total; left out if the table has no such column.
 * - `nulls`: Column with how often the path did not convert (layout `paths`); left out if the table has no
 *   such column.
 * - `journey`: Column of the journey of a touch (layout `touches`).
 * - `channel`: Column of the channel of a touch (layout `touches`).
 * - `time`: Column of the time of a touch (layout `touches`): dates, or numbers of hours from any moment.
 * - `conversion_time`: Column of the time of the conversion, of the kind of `time`: touches after it are left
 *   out (layout `touches`).
 * - `lookback_hours`: Touches that lie more hours than this before the conversion, or before the last touch
 *   where its time is not given, are left out (layout `touches`).
 * - `repeats`: What is made of touches of the same channel right after each other.
 * - `direct`: Name of the direct channel, for `last_non_direct`.
 * - `models`: Models to compare, up to 20; all that the data allow if empty.
 * - `costs`: What was spent on channels, for the cost per conversion and the return on it.
 * - `confidence`: Confidence of the intervals, above 0 and below 1.
 * - `resamples`: Resamples of the bootstrap, up to 10,000.
 * - `seed`: Seed of the bootstrap.
 * - `transitions`: Whether the report lists the transitions between channels.
 *
 * @throws {PacelineError} with every fault.
 */
export function attribute(table: TableLike, options?: AttributeOptions): AttributionReport {
  return ask("attribute", { table: tableText(table) }, options);
}

/**
 * What did it change, against what would have been?
 *
 * The options are those of CausalImpactOptions:
 *
 * - `time`: Column of the time: dates, or numbers such as years.
 * - `outcome`: Column of what may have been moved.
 * - `controls`: Columns of series that the intervention did not touch and that go along with the outcome;
 *   none of them may miss a value.
 * - `intervention`: First moment of the period after the intervention, as the time column writes it.
 * - `pre_start`: First moment of the period before.
 * - `pre_end`: Last moment of the period before.
 * - `post_end`: Last moment of the period after.
 * - `trend`: How the level moves.
 * - `seasons`: Number of seasons in a cycle, such as 7 for days of the week; 1 for none.
 * - `season_duration`: Rows that a season lasts, such as 7 where rows are days and seasons are weeks.
 * - `prior_level_sd`: Guess of the deviation of the steps of the level, in deviations of the outcome.
 * - `expected_model_size`: Number of controls expected to matter, the constant counted.
 * - `expected_r2`: Share of the variance that the controls are expected to explain.
 * - `prior_df`: Weight of that expectation, in observations.
 * - `prior_information_weight`: Weight of the prior of the coefficients (that they are 0), in observations:
 *   Zellner's g.
 * - `diagonal_shrinkage`: How much that prior forgets that controls go together, from 0 (Zellner's prior; not
 *   with controls made of each other) to 1 (independent).
 * - `draws`: Rounds of the sampler, those left out counted.
 * - `burn_in`: Rounds left out at the beginning, at most nine tenths.
 * - `seed`: Seed of the random numbers: the same seed gives the same digits everywhere.
 * - `interval`: Probability that intervals hold.
 * - `placebos_in_time`: Placebo tests in time: so many earlier moments, at which nothing happened, are
 *   treated as the intervention.
 * - `placebos_in_space`: Placebo test in space: each control in turn is treated as the outcome.
 *
 * @throws {PacelineError} with every fault.
 */
export function causalImpact(table: TableLike, options?: CausalImpactOptions): CausalImpactReport {
  return ask("causal_impact", { table: tableText(table) }, options);
}

/**
 * How much of a series is noise, and how much moves?
 *
 * The options are those of LocalLevelOptions:
 *
 * - `time`: Column of the time: dates, or numbers such as years.
 * - `outcome`: Column of the outcome.
 * - `controls`: Columns of the regression, without missing values.
 * - `fit_end`: Last moment learned from; later rows are forecast.
 * - `initial_variance`: Variance of the level before the first row, its mean being 0; 10⁶ is the default of
 *   statsmodels.
 * - `interval`: Probability that intervals hold.
 *
 * @throws {PacelineError} with every fault.
 */
export function fitLocalLevel(table: TableLike, options?: LocalLevelOptions): LocalLevelReport {
  return ask("fit_local_level", { table: tableText(table) }, options);
}
