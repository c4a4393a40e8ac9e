import { flowOnlyCases, publishedFlow, rejectedFlows } from '../../support/flow';

export const cases = flowOnlyCases('POST', '/deprecate', publishedFlow);

export const rejected = rejectedFlows();
