// The Explore workspace: the code's map beside PCA's, and what can be done in the space of the codes.
export function ExploreWorkspace() {
  return <main />;
}
