import { forgetConversations, removeWorkflows, resetSimulator } from '../support/world';

// Each file finds the business as it is seeded, and an n8n without workflows whose nodes remember nothing.
beforeAll(resetSimulator);
beforeAll(forgetConversations);
afterAll(removeWorkflows);
