import { changedCases, invalidCustomers, nothing } from './customers';

export const recalled = changedCases([{ ...nothing, customer: '16505551234' }], [{ ...nothing }]);

export const rejected = invalidCustomers;
