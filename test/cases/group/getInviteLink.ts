import { groupOnlyCases, rejectedGroups } from '../../support/group';

export const cases = groupOnlyCases('GET', '/invite_link');

export const rejected = rejectedGroups();
