/** The walls: ui, lib and api know nobody above them, features are neighbours, only app knows all. */
module.exports = {
  forbidden: [
    {
      name: 'features-are-neighbours-not-roommates',
      comment: 'Two features meet in a route of app/.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-do-not-know-the-app',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'ui-knows-no-feature-and-no-fetch',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(app|features|api)/|^src/lib/(api|query-client|reference)\\.ts' },
    },
    {
      name: 'lib-knows-no-screen',
      severity: 'error',
      from: { path: '^src/(lib|api)/' },
      to: { path: '^src/(app|features|ui)/' },
    },
    {
      name: 'the-first-view-stays-light',
      comment: 'Forms, zod and React Aria come with lazy features, never with the shell, home or search.',
      severity: 'error',
      from: { path: '^src/(main|lib/|app/(shell|providers)|features/search/)' },
      to: { path: 'node_modules/(zod|react-hook-form|react-aria-components|@hookform)/|^src/ui/aria/' },
    },
    {
      name: 'the-generated-schema-stays-behind-its-aliases',
      severity: 'error',
      from: { path: '^src/(app|features|ui)/' },
      to: { path: '^src/api/schema' },
    },
    {
      name: 'tests-are-not-shipped',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$|^src/test/' },
      to: { path: '\\.test\\.tsx?$|^src/test/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$|\\.json$' },
  },
}
