import { flowOnlyCases, rejectedFlows } from '../../support/flow';

export const cases = flowOnlyCases('POST', '/publish');

export const rejected = rejectedFlows();
