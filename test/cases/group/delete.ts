import { groupOnlyCases, rejectedGroups } from '../../support/group';

export const cases = groupOnlyCases('DELETE', '');

export const rejected = rejectedGroups();
