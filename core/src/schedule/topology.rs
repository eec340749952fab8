//! Order: predecessors first, edges by their ends.

use super::network::{Edge, Kind, Node};

/// Edges sorted by `to`, with their offsets, and the nodes with predecessors first.
pub(crate) struct Sorted {
    pub(crate) first_in: Vec<u32>,
    pub(crate) out: Vec<u32>,
    pub(crate) first_out: Vec<u32>,
    pub(crate) order: Vec<u32>,
}

/// Sorts edges in place by `to` (counting sort, stable) and finds the topological order (Kahn). Nodes on a
/// cycle, which validation excludes, would be missing from the order.
///
/// # Complexity
/// O(nodes + edges).
pub(crate) fn sort(nodes: &[Node], edges: &mut Vec<Edge>) -> Sorted {
    let first_in = offsets(nodes.len(), edges.iter().map(|edge| edge.to));
    let mut next = first_in.clone();
    let mut place: Vec<u32> = vec![0; edges.len()];
    for (position, edge) in edges.iter().enumerate() {
        let slot = &mut next[edge.to as usize];
        place[*slot as usize] = position as u32;
        *slot += 1;
    }
    *edges = place.iter().map(|position| edges[*position as usize]).collect();
    let first_out = offsets(nodes.len(), edges.iter().map(|edge| edge.from));
    next.copy_from_slice(&first_out);
    let mut out = vec![0; edges.len()];
    for (position, edge) in (0u32..).zip(edges.iter()) {
        let slot = &mut next[edge.from as usize];
        out[*slot as usize] = position;
        *slot += 1;
    }
    let mut waiting: Vec<u32> = first_in.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut order: Vec<u32> = (0..nodes.len() as u32)
        .filter(|node| waiting[*node as usize] == 0 && nodes[*node as usize].kind != Kind::Unused)
        .collect();
    order.reserve(nodes.len() - order.len());
    let mut head = 0;
    while let Some(&node) = order.get(head) {
        head += 1;
        let (from, to) = (first_out[node as usize], first_out[node as usize + 1]);
        for &edge in &out[from as usize..to as usize] {
            let successor = edges[edge as usize].to;
            waiting[successor as usize] -= 1;
            if waiting[successor as usize] == 0 {
                order.push(successor);
            }
        }
    }
    Sorted { first_in, out, first_out, order }
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
