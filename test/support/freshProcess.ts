import { processState } from '../../nodes/graphApi/processState';

beforeEach(() => processState.reset());
