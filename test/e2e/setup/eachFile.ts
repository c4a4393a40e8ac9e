import { removeWorkflows, resetSimulator } from '../support/world';

// Each file finds the business as it is seeded and an n8n without workflows.
beforeAll(resetSimulator);
afterAll(removeWorkflows);
