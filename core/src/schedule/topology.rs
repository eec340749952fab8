//! Order: predecessors first, edges by their ends.

use super::network::{Edge, Kind, Node};

/// Edges sorted by either end, with their offsets, and the nodes with predecessors first.
pub(crate) struct Sorted {
    pub(crate) into: Vec<Edge>,
    pub(crate) first_in: Vec<u32>,
    pub(crate) out: Vec<Edge>,
    pub(crate) first_out: Vec<u32>,
    pub(crate) order: Vec<u32>,
}

/// Sorts edges by `to` (counting sort, stable) and, that sorted, by `from`, and finds the topological order (Kahn).
/// Nodes on a cycle, which validation excludes, would be missing from the order. With `any_order` the order of the
/// numbers is taken if it will do: neighbors are then near each other in memory.
///
/// # Complexity
/// O(nodes + edges).
pub(crate) fn sort(nodes: &[Node], edges: Vec<Edge>, any_order: bool) -> Sorted {
    let first_in = offsets(nodes.len(), edges.iter().map(|edge| edge.to));
    let into = sorted(&edges, &first_in, |edge| edge.to);
    let first_out = offsets(nodes.len(), edges.iter().map(|edge| edge.from));
    let out = if edges.is_sorted_by_key(|edge| (edge.from, edge.to)) {
        edges
    } else {
        sorted(&into, &first_out, |edge| edge.from)
    };
    let used = |node: &u32| nodes[*node as usize].kind != Kind::Unused;
    let order = if any_order && out.iter().all(|edge| edge.from < edge.to) {
        (0..nodes.len() as u32).filter(used).collect()
    } else {
        let waiting: Vec<u32> = first_in.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let ready =
            (0..nodes.len() as u32).filter(|node| waiting[*node as usize] == 0).filter(used).collect();
        predecessors_first(waiting, ready, &first_out, &out)
    };
    Sorted { into, first_in, out, first_out, order }
}

/// Edges by one of their ends, those of one end in the order given.
fn sorted(edges: &[Edge], first: &[u32], end: impl Fn(&Edge) -> u32) -> Vec<Edge> {
    let mut next = first.to_vec();
    let mut place: Vec<u32> = vec![0; edges.len()];
    for (position, edge) in (0u32..).zip(edges) {
        let slot = &mut next[end(edge) as usize];
        place[*slot as usize] = position;
        *slot += 1;
    }
    place.iter().map(|position| edges[*position as usize]).collect()
}

fn predecessors_first(
    mut waiting: Vec<u32>,
    mut order: Vec<u32>,
    first_out: &[u32],
    out: &[Edge],
) -> Vec<u32> {
    order.reserve(waiting.len() - order.len());
    let mut head = 0;
    while let Some(&node) = order.get(head) {
        head += 1;
        let (from, to) = (first_out[node as usize], first_out[node as usize + 1]);
        for edge in &out[from as usize..to as usize] {
            waiting[edge.to as usize] -= 1;
            if waiting[edge.to as usize] == 0 {
                order.push(edge.to);
            }
        }
    }
    order
}

fn offsets(count: usize, ends: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut first = vec![0u32; count + 1];
    for end in ends {
        first[end as usize + 1] += 1;
    }
    for index in 0..count {
        first[index + 1] += first[index];
    }
    first
}

/// Position of each node in an order.
pub(crate) fn ranks(order: &[u32], count: usize) -> Vec<u32> {
    let mut ranks = vec![0; count];
    for (rank, node) in (0u32..).zip(order) {
        ranks[*node as usize] = rank;
    }
    ranks
}

/// Every task after its parent. Tasks on a cycle of parents, which validation excludes, are missing.
///
/// # Complexity
/// O(n).
pub(crate) fn parents_first(parent: &[u32]) -> Vec<u32> {
    let first = offsets(parent.len(), parent.iter().copied().filter(|up| *up != crate::plan::index::NONE));
    let mut next = first.clone();
    let mut children = vec![0u32; first[parent.len()] as usize];
    let mut order = Vec::with_capacity(parent.len());
    for (number, &up) in (0u32..).zip(parent) {
        if up == crate::plan::index::NONE {
            order.push(number);
        } else {
            children[next[up as usize] as usize] = number;
            next[up as usize] += 1;
        }
    }
    let mut head = 0;
    while let Some(&number) = order.get(head) {
        head += 1;
        let number = number as usize;
        order.extend_from_slice(&children[first[number] as usize..first[number + 1] as usize]);
    }
    order
}
