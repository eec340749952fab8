//! Which rows of one table find no row of another?

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::measure::Table;
use crate::measure::table::{Texts, place};
use crate::{Issue, Issues};

/// Most values without a partner that are reported one by one.
const MOST_REPORTED: usize = 1_000;
/// Most candidates compared letter by letter with a value.
const MOST_CANDIDATES: usize = 5_000;
/// Most values compared letter by letter.
const MOST_COMPARED: usize = 200;
/// Longest text compared letter by letter.
const LONGEST: usize = 100;

/// Two tables to be joined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JoinQualityRequest {
    /// The records, such as opportunities.
    pub left: Table,
    /// What they refer to, such as a price list.
    pub right: Table,
    /// Column of the records.
    pub left_key: String,
    /// Column that it refers to, where each value should stand once. Default: the same name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_key: Option<String>,
    /// Columns of the records whose gaps are counted, such as the account. Default none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complete: Vec<String>,
}

/// How well two tables join.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JoinQuality {
    /// Rows of the records.
    pub rows: u64,
    /// Rows that find a partner.
    pub joined: u64,
    /// Rows with a value that has no partner.
    pub unjoined: u64,
    /// Rows without a value.
    pub missing: u64,
    /// Values without a partner, those with most rows first, at most 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unjoined_values: Vec<UnjoinedValue>,
    /// Different values without a partner.
    pub unjoined_distinct: u64,
    /// Values that stand more than once where they should stand once: a join would repeat rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeated_keys: Vec<String>,
    /// Values of the other table that no record has.
    pub unused_keys: u64,
    /// What somebody should look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Issue>,
}

/// A value without a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnjoinedValue {
    /// The value.
    pub value: String,
    /// Rows that have it.
    pub rows: u64,
    /// The most similar value of the other table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
    /// Whether the two differ in spaces, punctuation and case alone.
    pub same_letters: bool,
}

/// Finds the values of a column that have no partner in another table, with the most similar one, and what else would
/// make a join lose or repeat rows.
///
/// # Errors
/// `unknown-column`, `empty-table`.
///
/// # Complexity
/// O(rows), and letter by letter at most 200 values × 5,000 candidates.
///
/// # Examples
/// ```
/// use paceline::measure::uplift::{JoinQualityRequest, join_quality};
/// let request: JoinQualityRequest = serde_json::from_str(
///     r#"{ "left": { "product": ["GTXPro", "GTX Basic", "GTXPro"] }, "left_key": "product",
///          "right": { "product": ["GTX Basic", "GTX Pro"] } }"#,
/// )?;
/// let quality = join_quality(&request)?;
/// assert_eq!((quality.joined, quality.unjoined), (1, 2));
/// assert_eq!(quality.unjoined_values[0].nearest.as_deref(), Some("GTX Pro"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn join_quality(request: &JoinQualityRequest) -> Result<JoinQuality, Issues> {
    let right_key = request.right_key.as_deref().unwrap_or(&request.left_key);
    let (left, gaps, right) = read(request, right_key)?;
    let mut there: FxHashMap<&str, u64> = FxHashMap::default();
    for code in &right.codes {
        if let Some(text) = right.values.get(*code as usize) {
            *there.entry(text).or_default() += 1;
        }
    }
    let mut rows = vec![0_u64; left.values.len()];
    left.codes.iter().for_each(|code| {
        if let Some(rows) = rows.get_mut(*code as usize) {
            *rows += 1;
        }
    });
    let used = |text: &str| there.contains_key(text);
    let mut alone: Vec<(u64, &str)> = left
        .values
        .iter()
        .zip(&rows)
        .filter(|(text, rows)| **rows > 0 && !used(text))
        .map(|(text, rows)| (*rows, text.as_str()))
        .collect();
    alone.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut keys: Vec<&str> = right.values.iter().map(String::as_str).filter(|text| used(text)).collect();
    keys.sort_unstable();
    keys.dedup();
    let unjoined_values = nearest(&alone, &keys);
    let mut repeated: Vec<&str> =
        keys.iter().copied().filter(|key| there.get(key).is_some_and(|n| *n > 1)).collect();
    repeated.truncate(MOST_REPORTED);
    let total = left.codes.len() as u64;
    let unjoined: u64 = alone.iter().map(|(rows, _)| rows).sum();
    let missing = left.codes.iter().filter(|code| left.values.get(**code as usize).is_none()).count() as u64;
    let in_use = left.values.iter().zip(&rows).filter(|(text, rows)| **rows > 0 && used(text)).count();
    let findings = findings(request, right_key, &unjoined_values, missing, &gaps, &repeated);
    Ok(JoinQuality {
        rows: total,
        joined: total - unjoined - missing,
        unjoined,
        missing,
        unjoined_values,
        unjoined_distinct: alone.len() as u64,
        repeated_keys: repeated.into_iter().map(str::to_owned).collect(),
        unused_keys: keys.len().saturating_sub(in_use) as u64,
        findings,
    })
}

/// The keys of the left table, the columns with gaps and how many, the keys of the right table.
type Keys = (Texts, Vec<(String, usize)>, Texts);

/// The two keys, and the gaps of other columns.
fn read(request: &JoinQualityRequest, right_key: &str) -> Result<Keys, Issues> {
    let mut reader = request.left.reader();
    let left = reader.groups(&request.left_key);
    let mut gaps = Vec::new();
    for name in &request.complete {
        if let Some(texts) = reader.groups(name) {
            let missing =
                texts.codes.iter().filter(|code| texts.values.get(**code as usize).is_none()).count();
            gaps.push((name.clone(), missing));
        }
    }
    let mut issues = reader.done().map_err(Issues::into_vec).err().unwrap_or_default();
    let mut reader = request.right.reader();
    let right = reader.groups(right_key);
    issues.extend(reader.done().map_err(Issues::into_vec).err().unwrap_or_default());
    Issues::check(issues)?;
    match (left, right) {
        (Some(left), Some(right)) => Ok((left, gaps, right)),
        _ => Err(Issue::error("unknown-column", place(right_key), "a key is missing").into()),
    }
}

/// The letters and digits of a text, without case.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The values without a partner with the most similar key.
fn nearest(alone: &[(u64, &str)], keys: &[&str]) -> Vec<UnjoinedValue> {
    let mut by_letters: BTreeMap<String, &str> = BTreeMap::new();
    for key in keys {
        by_letters.entry(letters(key)).or_insert(key);
    }
    alone
        .iter()
        .take(MOST_REPORTED)
        .enumerate()
        .map(|(at, (rows, value))| {
            let plain = letters(value);
            let same = by_letters.get(&plain).filter(|_| !plain.is_empty()).copied();
            let similar = || if at < MOST_COMPARED { most_similar(&plain, &by_letters) } else { None };
            UnjoinedValue {
                value: (*value).to_owned(),
                rows: *rows,
                nearest: same.or_else(similar).map(str::to_owned),
                same_letters: same.is_some(),
            }
        })
        .collect()
}

/// The key with the fewest letters changed, if they are at most a third.
fn most_similar<'a>(plain: &str, keys: &BTreeMap<String, &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = plain.chars().take(LONGEST + 1).collect();
    let limit = wanted.len() / 3;
    if wanted.is_empty() || wanted.len() > LONGEST || limit == 0 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for (letters, key) in keys.iter().take(MOST_CANDIDATES) {
        let other: Vec<char> = letters.chars().take(LONGEST + 1).collect();
        if other.len() > LONGEST || other.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let changed = changed_letters(&wanted, &other);
        if changed <= limit && best.is_none_or(|(least, _)| changed < least) {
            best = Some((changed, key));
        }
    }
    best.map(|(_, key)| key)
}

/// Levenshtein's distance.
fn changed_letters(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let kept = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = kept.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

fn findings(
    request: &JoinQualityRequest,
    right_key: &str,
    alone: &[UnjoinedValue],
    missing: u64,
    gaps: &[(String, usize)],
    repeated: &[&str],
) -> Vec<Issue> {
    let key = &request.left_key;
    let mut made = Vec::new();
    for value in alone.iter().take(20) {
        let message =
            format!("`{}` in {} rows of `{key}` has no partner in `{right_key}`", value.value, value.rows);
        let issue = Issue::warning("does-not-join", place(key), message);
        made.push(match &value.nearest {
            Some(nearest) if value.same_letters => {
                issue.with_help(format!("`{nearest}` differs in spaces, punctuation or case alone"))
            }
            Some(nearest) => issue.with_help(format!("the most similar is `{nearest}`")),
            None => issue,
        });
    }
    if missing > 0 {
        made.push(Issue::warning(
            "rows-without-value",
            place(key),
            format!("{missing} rows have no `{key}`"),
        ));
    }
    for (name, gaps) in gaps {
        if *gaps > 0 {
            made.push(Issue::warning(
                "rows-without-value",
                place(name),
                format!("{gaps} rows have no `{name}`"),
            ));
        }
    }
    if let Some(first) = repeated.first() {
        let message = format!(
            "`{first}` and {} other values stand more than once in `{right_key}`",
            repeated.len() - 1
        );
        made.push(
            Issue::warning("repeated-key", place(right_key), message)
                .with_help("a join would repeat the records"),
        );
    }
    made.sort_unstable();
    made.dedup();
    made
}
