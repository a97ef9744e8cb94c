// The peers, each with its own defaults: 300 ticks from a graph to places.

import { forceCenter, forceLink, forceManyBody, forceSimulation } from "d3-force";
import createLayout from "ngraph.forcelayout";
import createGraph from "ngraph.graph";

const TICKS = 300;

/** d3-force as its documentation starts a network: links, charge, centre. */
export function d3({ count, links }) {
  const nodes = Array.from({ length: count }, () => ({}));
  const pairs = links.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force("link", forceLink(pairs))
    .force("charge", forceManyBody())
    .force("center", forceCenter())
    .stop();
  simulation.tick(TICKS);
  return nodes.map(({ x, y }) => [x, y]);
}

/** ngraph.forcelayout in two dimensions. */
export function ngraph({ count, links }) {
  const graph = createGraph();
  for (let i = 0; i < count; i++) graph.addNode(i);
  for (const [a, b] of links) graph.addLink(a, b);
  const layout = createLayout(graph, { dimensions: 2 });
  for (let tick = 0; tick < TICKS; tick++) layout.step();
  return Array.from({ length: count }, (_, i) => layout.getNodePosition(i)).map(({ x, y }) => [x, y]);
}
