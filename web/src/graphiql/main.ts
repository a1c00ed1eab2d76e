// GraphiQL, the GraphQL Foundation's editor of queries. It is React's, and loaded on its own page alone.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/graphiql.css';
import { keep_named } from './names';
import './page.css';

const first_query = `# Ctrl-Space completes, Ctrl-Enter executes.
# The book shows all that there is.

{
  tests(first: 10) {
    id
    name
    start_at
    status
    duration
    fail_cause
    logs {
      level
      message
    }
  }
}
`;

const place = document.getElementById('graphiql');
if (place) {
  const fetcher = createGraphiQLFetcher({ url: '/query' });
  createRoot(place).render(createElement(GraphiQL, { fetcher, defaultQuery: first_query, shouldPersistHeaders: false }));
  keep_named(place);
}
