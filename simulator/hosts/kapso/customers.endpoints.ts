import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { customerJson, type KapsoCustomer } from './customers';
import { kapsoEndpoint } from './endpoint';
import { filtered } from './filters';
import { customerOf } from './lookup';
import { numberJson } from './numberJson';
import { numberedPage } from './paging';
import { read } from './read';
import { invalid } from './refusal';
import { reportToProject } from './webhooks/projectEvents';

const path = '/customers';
const fields = z.object({
	name: z.string().min(1),
	external_customer_id: z.string().nullable().optional(),
});

export const listCustomers = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path,
	handle({ kapso, query }) {
		const customers = filtered(kapso.customers, query, {
			name_contains: ({ name }, value) => name.toLowerCase().includes(value.toLowerCase()),
			external_customer_id: ({ externalCustomerId }, value) => externalCustomerId === value,
			created_after: ({ createdAt }, value) => createdAt >= Date.parse(value),
			created_before: ({ createdAt }, value) => createdAt <= Date.parse(value),
		});
		const page = numberedPage(customers.reverse(), query);
		return { ...page, data: page.data.map(customerJson) };
	},
});

export const createCustomer = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path,
	status: 201,
	handle({ kapso, body }) {
		const given = read(z.object({ customer: fields }), body).customer;
		const at = Date.now();
		const customer: KapsoCustomer = {
			id: randomUUID(),
			name: given.name,
			externalCustomerId: given.external_customer_id ?? undefined,
			createdAt: at,
			updatedAt: at,
		};
		checkExternalId(kapso.customers, customer);
		kapso.customers.push(customer);
		return { data: customerJson(customer) };
	},
});

export const getCustomer = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:customer`,
	handle: (call) => ({ data: customerJson(customerOf(call)) }),
});

export const updateCustomer = kapsoEndpoint({
	method: 'PATCH',
	api: 'platform',
	path: `${path}/:customer`,
	handle(call) {
		const customer = customerOf(call);
		const given = read(z.object({ customer: fields.partial() }), call.body).customer;
		const changed = {
			...customer,
			name: given.name ?? customer.name,
			externalCustomerId:
				given.external_customer_id === undefined
					? customer.externalCustomerId
					: (given.external_customer_id ?? undefined),
			updatedAt: Date.now(),
		};
		checkExternalId(call.kapso.customers, changed);
		return { data: customerJson(Object.assign(customer, changed)) };
	},
});

export const deleteCustomer = kapsoEndpoint({
	method: 'DELETE',
	api: 'platform',
	path: `${path}/:customer`,
	status: 204,
	handle(call) {
		const { customers } = call.kapso;
		customers.splice(customers.indexOf(customerOf(call)), 1);
		return undefined;
	},
});

const connectSchema = z.object({
	whatsapp_phone_number: z.looseObject({
		phone_number_id: z.string(),
		business_account_id: z.string().optional(),
		access_token: z.string().optional(),
		name: z.string().optional(),
	}),
});

/** Connects a number that Meta has. The name of the body is that of the resource, as everywhere. */
export const connectNumber = kapsoEndpoint({
	method: 'POST',
	api: 'platform',
	path: `${path}/:customer/whatsapp/phone_numbers`,
	status: 201,
	handle(call) {
		const customerId = customerOf(call).id;
		const given = read(connectSchema, call.body).whatsapp_phone_number;
		const number = call.kapso.add(given.phone_number_id, {
			customerId,
			...(given.name !== undefined && { name: given.name }),
		});
		if (!number) throw invalid('Phone number could not be accessed at Meta');
		reportToProject(call.simulator, 'whatsapp.phone_number.created', {
			phoneNumberId: given.phone_number_id,
			customerId,
		});
		return { data: numberJson(number) };
	},
});

export const listNumbersOfCustomer = kapsoEndpoint({
	method: 'GET',
	api: 'platform',
	path: `${path}/:customer/phone_numbers`,
	handle(call) {
		const { id } = customerOf(call);
		const numbers = call.kapso.numbers().filter(({ customerId }) => customerId === id);
		const page = numberedPage(numbers, call.query);
		return { ...page, data: page.data.map(numberJson) };
	},
});

function checkExternalId(
	customers: KapsoCustomer[],
	{ id, externalCustomerId }: KapsoCustomer,
): void {
	const isTaken =
		externalCustomerId !== undefined &&
		customers.some((other) => other.id !== id && other.externalCustomerId === externalCustomerId);
	if (isTaken) throw invalid('External customer has already been taken');
}
