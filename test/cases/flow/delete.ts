import { flowOnlyCases, rejectedFlows } from '../../support/flow';

export const cases = flowOnlyCases('DELETE', '');

export const rejected = rejectedFlows();
