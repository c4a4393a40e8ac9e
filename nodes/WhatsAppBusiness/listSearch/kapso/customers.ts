import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface Customer {
	id: string;
	name?: string;
	external_customer_id?: string | null;
}

/** https://docs.kapso.ai/api/platform/v1/customers/list-customers */
export const searchKapsoCustomers = kapsoPicker<Customer>({
	path: () => path`/customers`,
	pages: 'number',
	item: ({ id, name, external_customer_id }) => ({
		name: nameOf(name, external_customer_id) || id,
		value: id,
	}),
});
