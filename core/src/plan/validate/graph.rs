//! Cycles: of parents, of departments, of dependencies, with summaries counted through their subtasks.

use super::faults::{Faults, show};
use crate::plan::index::{LinkIndex, NONE, PlanIndex};
use crate::sort::Arrange;

/// How many names of a cycle are shown.
const MAX_SHOWN: usize = 12;
/// In a knot of at most this many nodes the shortest cycle is found; in a larger one a short one.
const SMALL_KNOT: usize = 64;
/// From how many nodes a short cycle is looked for in a larger knot.
const TRIES: usize = 16;

/// Finds every cycle of "belongs to", each from its smallest number on.
///
/// # Complexity
/// O(n).
pub(super) fn owner_cycles(owner: &[u32]) -> Vec<Vec<u32>> {
    let mut cycles = Vec::new();
    let mut seen = vec![0u32; owner.len()];
    for (stamp, start) in (1u32..).zip(0..owner.len()) {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = stamp;
            match owner[at] {
                NONE => break,
                next => at = next as usize,
            }
        }
        if seen[at] != stamp || owner[at] == NONE {
            continue;
        }
        let mut cycle = vec![u32::try_from(at).unwrap_or(NONE)];
        let mut next = owner[at];
        while next as usize != at {
            cycle.push(next);
            next = owner[next as usize];
        }
        rotate(&mut cycle);
        cycles.push(cycle);
    }
    cycles
}

/// Turns a cycle so that its smallest number comes first.
fn rotate(cycle: &mut [u32]) {
    let smallest = cycle.iter().enumerate().min_by_key(|(_, number)| **number);
    let turn = smallest.map_or(0, |(position, _)| position);
    cycle.rotate_left(turn);
}

/// A cycle for people: `a -> b -> a`, shortened in the middle when long.
pub(super) fn arrows<'a>(cycle: &[u32], name: impl Fn(u32) -> &'a str) -> String {
    let mut text = String::new();
    for (position, &number) in cycle.iter().enumerate() {
        if cycle.len() > MAX_SHOWN && position == MAX_SHOWN - 1 {
            text.push_str(&format!("… {} more … -> ", cycle.len() - MAX_SHOWN));
        } else if cycle.len() <= MAX_SHOWN || position < MAX_SHOWN || position + 1 == cycle.len() {
            text.push_str(&show(name(number)));
            text.push_str(" -> ");
        }
    }
    text.push_str(&show(cycle.first().map_or("", |&first| name(first))));
    text
}

/// Reports cycles of parents, and links that cannot be kept: to itself, between a summary and its own
/// subtasks, repeated, or in a cycle.
///
/// A summary is two nodes, one that its subtasks wait for and one that waits for them; a link enters at the
/// first and leaves at the second, so the graph is linear in the document. What a topological sort cannot
/// remove is split into knots (strongly connected components, Tarjan 1972, without recursion), and each knot
/// shows one short cycle.
///
/// # Complexity
/// O(tasks + links) without a cycle.
pub(super) fn check(index: &PlanIndex<'_>, faults: &mut Faults) {
    let mut graph = Graph::new(index, faults);
    let mut after: Option<LinkIndex> = None;
    for &link in &index.links {
        graph.check_link(link, faults);
        if let Some(before) = after.replace(link)
            && (before.from, before.to) == (link.from, link.to)
            && before.kind == link.kind
        {
            faults.error(
                "duplicate-dependency",
                graph.place(link.from, link.to),
                "this dependency is given more than once",
                "keep the one with the lag you mean",
            );
        }
    }
    // Links that all lead to a later number form no cycle.
    if !graph.tree && index.links.iter().all(|link| link.from < link.to) {
        return;
    }
    graph.sort_links();
    let knotted = graph.knotted();
    if !knotted.is_empty() {
        for knot in graph.knots(&knotted) {
            graph.report(&knot, faults);
        }
    }
}

struct Graph<'a> {
    index: &'a PlanIndex<'a>,
    tasks: u32,
    /// Whether any task has a parent.
    tree: bool,
    /// Parent by number, without the cycles.
    parent: Vec<u32>,
    /// `children[first_child[t]..first_child[t + 1]]` are the subtasks of `t`.
    first_child: Vec<u32>,
    children: Vec<u32>,
    /// A walk through the tree enters and leaves each task at these steps.
    enter: Vec<u32>,
    leave: Vec<u32>,
    /// `links[first_link[t]..first_link[t + 1]]` leave task `t`.
    first_link: Vec<u32>,
}

impl<'a> Graph<'a> {
    fn new(index: &'a PlanIndex<'a>, faults: &mut Faults) -> Self {
        let tasks = index.tasks.len();
        let mut graph = Self {
            index,
            tasks: u32::try_from(tasks).unwrap_or(NONE),
            tree: index.is_summary.contains(&true),
            parent: Vec::new(),
            first_child: Vec::new(),
            children: Vec::new(),
            enter: Vec::new(),
            leave: Vec::new(),
            first_link: Vec::new(),
        };
        if graph.tree {
            graph.plant(faults);
        }
        graph
    }

    /// Finds where the links of each task begin.
    fn sort_links(&mut self) {
        let tasks = self.index.tasks.len();
        self.first_link = vec![0u32; tasks + 1];
        for link in &self.index.links {
            self.first_link[link.from as usize + 1] += 1;
        }
        for task in 0..tasks {
            self.first_link[task + 1] += self.first_link[task];
        }
    }

    /// Builds the tree of summaries after cutting and reporting its cycles.
    fn plant(&mut self, faults: &mut Faults) {
        let index = self.index;
        let tasks = index.tasks.len();
        self.parent.clone_from(&index.parent);
        for cycle in owner_cycles(&index.parent) {
            for &task in &cycle {
                self.parent[task as usize] = NONE;
            }
            let name = |number| index.task(number).id.as_str();
            let first = show(cycle.first().map_or("", |&task| name(task)));
            faults.error(
                "parent-cycle",
                format!("tasks/{first}/parent"),
                format!("tasks belong to each other: `{}`", arrows(&cycle, name)),
                "a task belongs to a summary above it; remove one of these parents",
            );
        }
        self.first_child = vec![0u32; tasks + 1];
        for &parent in self.parent.iter().filter(|&&parent| parent != NONE) {
            self.first_child[parent as usize + 1] += 1;
        }
        for task in 0..tasks {
            self.first_child[task + 1] += self.first_child[task];
        }
        let mut next = self.first_child.clone();
        self.children = vec![0u32; self.first_child[tasks] as usize];
        for (task, &parent) in (0u32..).zip(&self.parent) {
            if parent != NONE {
                self.children[next[parent as usize] as usize] = task;
                next[parent as usize] += 1;
            }
        }
        self.walk();
    }

    /// Numbers the steps of a walk through the tree, so that "is above" is two comparisons.
    fn walk(&mut self) {
        let tasks = self.parent.len();
        (self.enter, self.leave) = (vec![0; tasks], vec![0; tasks]);
        let mut next = self.first_child.clone();
        let mut step = 0;
        for root in (0..tasks).filter(|&task| self.parent[task] == NONE) {
            let mut at = root;
            self.enter[at] = step;
            loop {
                step += 1;
                if next[at] < self.first_child[at + 1] {
                    let child = self.children[next[at] as usize] as usize;
                    next[at] += 1;
                    self.enter[child] = step;
                    at = child;
                } else {
                    self.leave[at] = step;
                    if at == root {
                        break;
                    }
                    at = self.parent[at] as usize;
                }
            }
        }
    }

    fn is_above(&self, above: u32, below: u32) -> bool {
        let (above, below) = (above as usize, below as usize);
        self.enter[above] < self.enter[below] && self.leave[below] <= self.leave[above]
    }

    /// Whether one end is the other or a summary of it.
    fn is_nested(&self, from: u32, to: u32) -> bool {
        from == to || (self.tree && (self.is_above(from, to) || self.is_above(to, from)))
    }

    fn name(&self, task: u32) -> &'a str {
        self.index.task(task).id.as_str()
    }

    fn place(&self, from: u32, to: u32) -> String {
        format!("dependencies/{}->{}", show(self.name(from)), show(self.name(to)))
    }

    fn check_link(&self, link: LinkIndex, faults: &mut Faults) {
        if link.from == link.to {
            faults.error(
                "self-dependency",
                self.place(link.from, link.to),
                format!("task `{}` waits for itself", show(self.name(link.from))),
                "remove this dependency",
            );
        } else if self.is_nested(link.from, link.to) {
            let (above, below) =
                if self.is_above(link.from, link.to) { (link.from, link.to) } else { (link.to, link.from) };
            faults.error(
                "summary-link-to-own-child",
                self.place(link.from, link.to),
                format!(
                    "`{}` is a summary of `{}`, so neither can wait for the other",
                    show(self.name(above)),
                    show(self.name(below))
                ),
                "link the subtasks to each other instead",
            );
        }
    }

    fn nodes(&self) -> usize {
        self.index.tasks.len() * if self.tree { 2 } else { 1 }
    }

    fn task_of(&self, node: u32) -> u32 {
        if node < self.tasks { node } else { node - self.tasks }
    }

    fn has_children(&self, task: u32) -> bool {
        self.tree && self.first_child[task as usize] < self.first_child[task as usize + 1]
    }

    /// Calls `visit` for every node that waits for this one.
    #[inline]
    fn successors(&self, node: u32, mut visit: impl FnMut(u32)) {
        let task = self.task_of(node);
        let at = task as usize;
        if node < self.tasks && self.has_children(task) {
            let children = self.first_child[at] as usize..self.first_child[at + 1] as usize;
            self.children[children].iter().for_each(|&child| visit(child));
            return;
        }
        for link in &self.index.links[self.first_link[at] as usize..self.first_link[at + 1] as usize] {
            if !self.is_nested(link.from, link.to) {
                visit(link.to);
            }
        }
        if self.tree && self.parent[at] != NONE {
            visit(self.tasks + self.parent[at]);
        }
    }

    /// The nodes that a topological sort (Kahn 1962) cannot remove: whether each is one; empty if none is.
    fn knotted(&self) -> Vec<bool> {
        let nodes = self.nodes();
        let count = u32::try_from(nodes).unwrap_or(NONE);
        let mut waits = vec![0u32; nodes];
        for node in 0..count {
            self.successors(node, |next| waits[next as usize] += 1);
        }
        let mut ready: Vec<u32> = (0..count).filter(|&node| waits[node as usize] == 0).collect();
        let mut removed = 0;
        while let Some(node) = ready.pop() {
            removed += 1;
            self.successors(node, |next| {
                let left = &mut waits[next as usize];
                *left -= 1;
                if *left == 0 {
                    ready.push(next);
                }
            });
        }
        if removed == nodes { Vec::new() } else { waits.into_iter().map(|left| left > 0).collect() }
    }

    /// Strongly connected components of more than one node among the knotted ones, in the order of their
    /// smallest node, nodes in order.
    fn knots(&self, knotted: &[bool]) -> Vec<Vec<u32>> {
        let nodes = self.nodes();
        let mut knots = Vec::new();
        let (mut order, mut low, mut on_stack) = (vec![0u32; nodes], vec![0u32; nodes], vec![false; nodes]);
        let (mut stack, mut count): (Vec<u32>, u32) = (Vec::new(), 0);
        let mut calls: Vec<(u32, Vec<u32>)> = Vec::new();
        let open = |node: u32| {
            let mut next = Vec::new();
            self.successors(node, |to| {
                if knotted[to as usize] {
                    next.push(to);
                }
            });
            (node, next)
        };
        for root in (0u32..).zip(knotted).filter(|(_, is)| **is).map(|(node, _)| node) {
            if order[root as usize] != 0 {
                continue;
            }
            calls.push(open(root));
            while let Some((node, next)) = calls.last_mut() {
                let at = *node as usize;
                if order[at] == 0 {
                    count += 1;
                    (order[at], low[at], on_stack[at]) = (count, count, true);
                    stack.push(*node);
                }
                if let Some(to) = next.pop() {
                    if order[to as usize] == 0 {
                        calls.push(open(to));
                    } else if on_stack[to as usize] {
                        low[at] = low[at].min(order[to as usize]);
                    }
                    continue;
                }
                calls.pop();
                if let Some((above, _)) = calls.last() {
                    low[*above as usize] = low[*above as usize].min(low[at]);
                }
                if low[at] == order[at] {
                    let from = stack.iter().rposition(|&member| member as usize == at).unwrap_or(0);
                    let mut knot = stack.split_off(from);
                    knot.iter().for_each(|&member| on_stack[member as usize] = false);
                    if knot.len() > 1 {
                        knot.arrange();
                        knots.push(knot);
                    }
                }
            }
        }
        knots.arrange();
        knots
    }

    /// Reports a knot by one short cycle of it.
    fn report(&self, knot: &[u32], faults: &mut Faults) {
        let tries = if knot.len() <= SMALL_KNOT { knot.len() } else { TRIES };
        let mut best: Option<Vec<u32>> = None;
        for &start in &knot[..tries] {
            if let Some(cycle) = self.shortest_from(start, knot)
                && best.as_ref().is_none_or(|best| cycle.len() < best.len())
            {
                best = Some(cycle);
            }
        }
        let Some(cycle) = best else { return };
        let mut tasks: Vec<u32> = cycle.iter().map(|&node| self.task_of(node)).collect();
        tasks.dedup();
        if tasks.len() > 1 && tasks.first() == tasks.last() {
            tasks.pop();
        }
        rotate(&mut tasks);
        let link = (0..tasks.len())
            .map(|position| (tasks[position], tasks[(position + 1) % tasks.len()]))
            .find(|&(from, to)| self.is_link(from, to))
            .unwrap_or((tasks[0], tasks[0]));
        let mut help = String::from("remove or turn round one of these dependencies");
        if tasks.iter().any(|&task| self.has_children(task)) {
            help.push_str("; a summary begins before its subtasks and ends after them");
        }
        let mut members: Vec<u32> = knot.iter().map(|&node| self.task_of(node)).collect();
        members.arrange();
        members.dedup();
        let others = members.len() - tasks.len().min(members.len());
        if others > 0 {
            help.push_str(&format!("; {others} more tasks are tangled with them"));
        }
        faults.error(
            "dependency-cycle",
            self.place(link.0, link.1),
            format!("tasks wait for each other: `{}`", arrows(&tasks, |task| self.name(task))),
            &help,
        );
    }

    fn is_link(&self, from: u32, to: u32) -> bool {
        let links = self.first_link[from as usize] as usize..self.first_link[from as usize + 1] as usize;
        self.index.links[links].binary_search_by_key(&to, |link| link.to).is_ok()
    }

    /// The shortest cycle through a node within its knot, by breadth-first search.
    fn shortest_from(&self, start: u32, knot: &[u32]) -> Option<Vec<u32>> {
        let mut before = vec![NONE; knot.len()];
        let mut queue = std::collections::VecDeque::from([start]);
        let mut last = None;
        while let (Some(node), None) = (queue.pop_front(), last) {
            self.successors(node, |to| {
                let Ok(place) = knot.binary_search(&to) else { return };
                if to == start {
                    last = last.or(Some(node));
                } else if before[place] == NONE {
                    before[place] = node;
                    queue.push_back(to);
                }
            });
        }
        let mut cycle = vec![last?];
        while let Some(&node) = cycle.last().filter(|&&node| node != start) {
            cycle.push(before[knot.binary_search(&node).ok()?]);
        }
        cycle.reverse();
        Some(cycle)
    }
}
