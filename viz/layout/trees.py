"""Places for the trees of a lineage: time runs from left to right, the trees stand below one another in columns.

A tree is a connected part of the graph place → change → place. What lies at the same distance from its outcome stands
in one column; a node stands at the middle of what leads to it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

Point = tuple[float, float]
Tree = dict[str, Point]


@dataclass(frozen=True, slots=True)
class Measure:
    """Distances in pixels: from column to column, from row to row, and what parts two trees in height and width."""

    across: float
    down: float
    below: float
    beside: float
    aspect: float = 1.4


def plant(graph: "nx.DiGraph[str]", order: Mapping[str, str], measure: Measure) -> tuple[dict[str, Point], list[float]]:
    """Places for all nodes of a graph, and the left edge of each column of trees. `order` gives the words by which
    nodes and trees are sorted. Trees of one shape line up. An edge that closes a cycle, which no history has but a
    graph of others may have, places nothing.
    """
    graph = _acyclic(graph, order)
    trees = [
        _tree(graph.subgraph(nodes), order, measure)
        for nodes in sorted(nx.weakly_connected_components(graph), key=lambda nodes: _first(graph, nodes, order))
    ]
    width = max((max(x for x, _ in tree.values()) for tree in trees), default=0.0) + measure.across
    columns = _columns(trees, width + measure.beside, measure)
    places: dict[str, Point] = {}
    for number, column in enumerate(columns):
        top = 0.0
        for tree in column:
            shift = number * (width + measure.beside)
            places |= {node: (x + shift, y + top) for node, (x, y) in tree.items()}
            top += _height(tree, measure)
    return places, [number * (width + measure.beside) for number in range(len(columns))]


def _acyclic(graph: "nx.DiGraph[str]", order: Mapping[str, str]) -> "nx.DiGraph[str]":
    """The graph without the edges that lead back to where a walk along it came from. The walk starts at what nothing
    leads to, else at a place, and goes in `order`, so that it is the same on every run.
    """
    if nx.is_directed_acyclic_graph(graph):
        return graph
    kept: nx.DiGraph[str] = nx.DiGraph()
    later = {node: (graph.in_degree(node) > 0, "least" in graph.nodes[node], order[node], node) for node in graph}
    kept.add_nodes_from((node, graph.nodes[node]) for node in sorted(graph, key=later.__getitem__))
    kept.add_edges_from(sorted(graph.edges, key=lambda edge: (order[edge[1]], edge)))
    way: set[str] = set()
    back: list[tuple[str, str]] = []
    for start, end, step in nx.dfs_labeled_edges(kept):
        if step == "forward":
            way.add(end)
        elif step == "reverse":
            way.remove(end)
        elif end in way:
            back.append((start, end))
    kept.remove_edges_from(back)
    return kept


def _first(graph: "nx.DiGraph[str]", nodes: set[str], order: Mapping[str, str]) -> tuple[int, str]:
    """What sorts trees: the larger before the smaller, then by the words of what they end in."""
    return -len(nodes), min(order[node] for node in nodes if not list(graph.successors(node)))


def _tree(tree: "nx.DiGraph[str]", order: Mapping[str, str], measure: Measure) -> Tree:
    """One tree with its top left at (0, 0)."""
    depths = _depths(tree)
    sources = (node for node in _leaves_first(tree, order) if not list(tree.predecessors(node)))
    heights = {node: row * measure.down for row, node in enumerate(sources)}
    for depth in sorted(set(depths.values())):
        column = [node for node in tree if depths[node] == depth]
        for node in column:
            before = [heights[other] for other in sorted(tree.predecessors(node))]
            if before:
                heights[node] = sum(before) / len(before)
        _part(column, heights, order, measure)
    top = min(heights.values())
    return {node: (depths[node] * measure.across, heights[node] - top) for node in heights}


def _depths(tree: "nx.DiGraph[str]") -> dict[str, int]:
    """Columns from the left: the longest way to a node (a node with attribute `least` stands at least so far right);
    what nothing leads to stands next to what comes of it.
    """
    depths: dict[str, int] = {}
    for node in nx.lexicographical_topological_sort(tree):
        least = int(tree.nodes[node].get("least", 0))
        depths[node] = max([least, *(depths[other] + 1 for other in tree.predecessors(node))])
    for node in tree:
        after = [depths[other] for other in tree.successors(node)]
        if after and not list(tree.predecessors(node)):
            depths[node] = min(after) - 1
    return depths


def _leaves_first(tree: "nx.DiGraph[str]", order: Mapping[str, str]) -> list[str]:
    """All nodes, each after those that lead to it, so that what meets in one node stands together."""
    done: dict[str, None] = {}
    ends = sorted((node for node in tree if not list(tree.successors(node))), key=lambda node: order[node])
    waiting = [(node, False) for node in reversed(ends)]
    while waiting:
        node, ready = waiting.pop()
        if node in done:
            continue
        if ready:
            done[node] = None
            continue
        waiting.append((node, True))
        before = sorted(tree.predecessors(node), key=lambda other: order[other], reverse=True)
        waiting.extend((other, False) for other in before)
    return list(done)


def _part(nodes: list[str], heights: dict[str, float], order: Mapping[str, str], measure: Measure) -> None:
    """Keep nodes of one column a row apart, their middle where it was."""
    nodes.sort(key=lambda node: (heights[node], order[node]))
    middle = sum(heights[node] for node in nodes) / len(nodes)
    for above, node in pairwise(nodes):
        heights[node] = max(heights[node], heights[above] + measure.down)
    shift = middle - sum(heights[node] for node in nodes) / len(nodes)
    for node in nodes:
        heights[node] += shift


def _height(tree: Tree, measure: Measure) -> float:
    return max(y for _, y in tree.values()) + measure.down + measure.below


def _columns(trees: Sequence[Tree], width: float, measure: Measure) -> list[list[Tree]]:
    """The trees in as many columns as make the whole about `aspect` times as wide as high, filled evenly."""
    total = sum(_height(tree, measure) for tree in trees)
    count = max(1, round(math.sqrt(total * measure.aspect / width)))
    columns: list[list[Tree]] = [[]]
    filled = 0.0
    for tree in trees:
        if columns[-1] and filled + _height(tree, measure) / 2 > total / count * len(columns):
            columns.append([])
        columns[-1].append(tree)
        filled += _height(tree, measure)
    return columns
