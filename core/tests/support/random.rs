//! A small seeded generator, and plans in another order.

use paceline::plan::Plan;

/// The same plan with all its lists in another order.
pub fn shuffled(plan: &Plan, seed: u64) -> Plan {
    let mut random = Random(seed);
    let mut plan = plan.clone();
    random.shuffle(&mut plan.calendars);
    for calendar in &mut plan.calendars {
        random.shuffle(&mut calendar.exceptions);
        random.shuffle(&mut calendar.work_weeks);
    }
    random.shuffle(&mut plan.campaigns);
    plan.campaigns.iter_mut().for_each(|campaign| random.shuffle(&mut campaign.kpis));
    random.shuffle(&mut plan.resources);
    for resource in &mut plan.resources {
        random.shuffle(&mut resource.absences);
        random.shuffle(&mut resource.availability);
        random.shuffle(&mut resource.skills);
        random.shuffle(&mut resource.rates);
    }
    random.shuffle(&mut plan.tasks);
    for task in &mut plan.tasks {
        random.shuffle(&mut task.constraints);
        random.shuffle(&mut task.kpis);
        random.shuffle(&mut task.skills);
    }
    random.shuffle(&mut plan.dependencies);
    random.shuffle(&mut plan.assignments);
    plan.assignments.iter_mut().for_each(|assignment| random.shuffle(&mut assignment.alternatives));
    random.shuffle(&mut plan.objectives);
    for objective in &mut plan.objectives {
        random.shuffle(&mut objective.kpis);
        objective.kpis.iter_mut().for_each(|kpi| random.shuffle(&mut kpi.measurements));
    }
    random.shuffle(&mut plan.baselines);
    plan.baselines.iter_mut().for_each(|baseline| random.shuffle(&mut baseline.tasks));
    plan
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, seeded, the same everywhere.
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `most`, which is above 0.
    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.bits() % most as u64).unwrap()
    }

    /// A number from a range, both ends included.
    pub fn within(&mut self, from: i32, to: i32) -> i32 {
        from + i32::try_from(self.below(usize::try_from(to - from + 1).unwrap())).unwrap()
    }

    /// True in so many percent of the cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.bits() % 100 < percent
    }

    /// One of several.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// Another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(last + 1);
            list.swap(last, other);
        }
    }
}
