import type { CodegenConfig } from '@graphql-codegen/cli';

// The committed schema is the only contract: a field that leaves it breaks this build, not the wall at night.
const config: CodegenConfig = {
  schema: '../OpsHub.GraphQL/schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    'src/api/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { DateTime: 'string', Date: 'string', Decimal: 'number' },
      },
    },
  },
};

export default config;
