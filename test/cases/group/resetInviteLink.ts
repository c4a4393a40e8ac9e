import { groupOnlyCases, rejectedGroups } from '../../support/group';

export const cases = groupOnlyCases('POST', '/invite_link', { messaging_product: 'whatsapp' });

export const rejected = rejectedGroups();
