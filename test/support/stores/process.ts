import { ProcessStore } from '../../../nodes/memory/processStore';

/** A store for the contract. Each has a place of its own. */
export const openStore = () => new ProcessStore();
