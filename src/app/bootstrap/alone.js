// The end of `incident-explorer.js`, which carries everything itself.
(function () {
  "use strict";
  const { decode, unpacked } = incidentExplorer;
  const carried = { core: "%core%", styles: "%styles%", dataset_format: 4, dataset: "%dataset%", basemap: "%basemap%" };
  const text = async (packed) => new TextDecoder().decode(await unpacked(decode(packed)));
  incidentExplorerElements({
    core: incidentExplorerCore,
    module: async () => WebAssembly.compile(await unpacked(decode(carried.core))),
    styles: () => text(carried.styles),
    dataset: () => decode(carried.dataset),
    basemap: () => decode(carried.basemap),
  });
})();
