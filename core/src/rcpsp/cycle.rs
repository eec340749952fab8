//! Activities that wait for each other.

use super::RcpspLink;

/// Cycles of the links, each from its smallest number on: at least one of every knot that waits for no other.
///
/// What a topological sort (Kahn 1962) cannot remove waits for something that it cannot remove either; following
/// the smallest of these backward leads into a cycle.
///
/// # Complexity
/// O(activities + links).
pub(super) fn cycles(count: usize, links: &[RcpspLink]) -> Vec<Vec<u32>> {
    let left = unsorted(count, links);
    let mut before = vec![u32::MAX; count];
    for link in links.iter().filter(|link| link.from != link.to) {
        if left[link.from as usize] && left[link.to as usize] {
            let known = &mut before[link.to as usize];
            *known = (*known).min(link.from);
        }
    }
    let mut cycles = Vec::new();
    let mut seen = vec![0u32; count];
    for (stamp, root) in (1u32..).zip(0..count) {
        let mut at = root;
        while left[at] && seen[at] == 0 {
            seen[at] = stamp;
            at = before[at] as usize;
        }
        if !left[at] || seen[at] != stamp {
            continue;
        }
        let mut cycle = vec![at as u32];
        let mut next = before[at];
        while next as usize != at {
            cycle.push(next);
            next = before[next as usize];
        }
        cycle.reverse();
        let smallest = (0..cycle.len()).min_by_key(|&position| cycle[position]).unwrap_or(0);
        cycle.rotate_left(smallest);
        cycles.push(cycle);
    }
    cycles
}

/// Whether each activity is one that a topological sort cannot remove; links to itself do not count.
fn unsorted(count: usize, links: &[RcpspLink]) -> Vec<bool> {
    let mut waits = vec![0u32; count];
    let mut first = vec![0usize; count + 1];
    for link in links.iter().filter(|link| link.from != link.to) {
        waits[link.to as usize] += 1;
        first[link.from as usize + 1] += 1;
    }
    for at in 0..count {
        first[at + 1] += first[at];
    }
    let mut next = first.clone();
    let mut targets = vec![0u32; first[count]];
    for link in links.iter().filter(|link| link.from != link.to) {
        targets[next[link.from as usize]] = link.to;
        next[link.from as usize] += 1;
    }
    let mut ready: Vec<usize> = (0..count).filter(|&at| waits[at] == 0).collect();
    while let Some(at) = ready.pop() {
        for &to in &targets[first[at]..first[at + 1]] {
            waits[to as usize] -= 1;
            if waits[to as usize] == 0 {
                ready.push(to as usize);
            }
        }
    }
    waits.into_iter().map(|left| left > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(count: usize, links: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let links: Vec<RcpspLink> = links.iter().map(|&(from, to)| RcpspLink { from, to, lag: 0 }).collect();
        cycles(count, &links)
    }

    #[test]
    fn cycles_are_found_in_their_direction_and_chains_are_none() {
        assert!(found(4, &[(0, 1), (1, 2), (0, 2), (2, 3)]).is_empty());
        assert_eq!(found(4, &[(2, 1), (1, 3), (3, 2), (0, 1)]), [[1, 3, 2]]);
        assert_eq!(found(5, &[(0, 1), (1, 0), (3, 2), (2, 3), (3, 4)]), [[0, 1], [2, 3]]);
        // What only waits for a cycle is in none.
        assert_eq!(found(5, &[(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)]), [[0, 1, 2]]);
        assert!(found(2, &[(0, 0)]).is_empty());
    }
}
