import { z } from 'zod';
import { endpoint } from '../graph/endpoint';
import { invalidParameter, SimulatedGraphError } from '../graph/errors';
import { validate } from '../graph/validation';
import type { State } from '../state';
import { seconds, type PaymentConfiguration } from './payment';

const name = z.string().min(1).max(60);
const url = z.url();
const createSchema = z.looseObject({
	configuration_name: name,
	provider_name: z.enum(['upi_vpa', 'razorpay', 'payu', 'zaakpay', 'billdesk']),
	merchant_category_code: z.string().optional(),
	purpose_code: z.string().optional(),
	merchant_vpa: z.string().optional(),
	redirect_url: url.optional(),
});
const updateSchema = z.looseObject({ data_endpoint_url: url.optional() });
const nameSchema = z.looseObject({ configuration_name: name });
const linkSchema = z.looseObject({ configuration_name: name, redirect_url: url.optional() });

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis */
export const listConfigurations = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'payment_configurations',
	handle: ({ simulator }) => ({
		data: [{ payment_configurations: simulator.state.paymentConfigurations.map(describe) }],
	}),
});

export const getConfiguration = endpoint({
	method: 'GET',
	on: 'waba',
	edge: 'payment_configuration',
	handle: ({ simulator, subId }) => ({ data: [describe(find(simulator.state, subId))] }),
});

/** Creates a configuration, or changes the one in the path. */
export const createOrUpdateConfiguration = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'payment_configuration',
	handle: ({ simulator: { state }, body, subId }) => {
		if (subId !== undefined) {
			const { data_endpoint_url } = validate(updateSchema, body);
			const found = find(state, subId);
			found.dataEndpointUrl = data_endpoint_url ?? found.dataEndpointUrl;
			found.updatedAt = seconds();
			return { success: true };
		}
		const given = validate(createSchema, body);
		if (state.paymentConfigurations.some((other) => other.name === given.configuration_name)) {
			throw invalidParameter('Param configuration_name must be unique within the account.');
		}
		const isUpi = given.provider_name === 'upi_vpa';
		if (isUpi && given.merchant_vpa === undefined) {
			throw invalidParameter('The parameter merchant_vpa is required.');
		}
		state.paymentConfigurations.push({
			name: given.configuration_name,
			provider: given.provider_name,
			status: isUpi ? 'Active' : 'Needs_Connecting',
			merchantCategoryCode: given.merchant_category_code,
			purposeCode: given.purpose_code,
			merchantVpa: given.merchant_vpa,
			createdAt: seconds(),
			updatedAt: seconds(),
		});
		return { ...(!isUpi && newLink()), success: true };
	},
});

export const createOauthLink = endpoint({
	method: 'POST',
	on: 'waba',
	edge: 'generate_payment_configuration_oauth_link',
	handle: ({ simulator, body }) => {
		const { configuration_name } = validate(linkSchema, body);
		const { provider } = find(simulator.state, configuration_name);
		if (provider === 'upi_vpa') {
			throw invalidParameter('Param configuration_name must be of a payment gateway.');
		}
		return newLink();
	},
});

export const deleteConfiguration = endpoint({
	method: 'DELETE',
	on: 'waba',
	edge: 'payment_configuration',
	handle: ({ simulator: { state }, body }) => {
		const { configuration_name } = validate(nameSchema, body);
		const found = find(state, configuration_name);
		state.paymentConfigurations.splice(state.paymentConfigurations.indexOf(found), 1);
		return { success: true };
	},
});

function find({ paymentConfigurations }: State, wanted: string | undefined): PaymentConfiguration {
	const found = paymentConfigurations.find((configuration) => configuration.name === wanted);
	if (found) return found;
	throw new SimulatedGraphError(100, {
		details: `Payment configuration ${wanted} does not exist in this account`,
	});
}

function newLink() {
	return {
		oauth_url: 'https://www.facebook.com/payment/onboarding/init/',
		expiration: seconds() + 7 * 86_400,
	};
}

function describe(configuration: PaymentConfiguration): Record<string, unknown> {
	const code = (value: string | undefined, description: string) =>
		value === undefined ? undefined : { code: value, description };
	return {
		configuration_name: configuration.name,
		merchant_category_code: code(configuration.merchantCategoryCode, 'Test MCC Code'),
		purpose_code: code(configuration.purposeCode, 'Test Purpose Code'),
		status: configuration.status,
		provider_mid: configuration.providerMid,
		provider_name: configuration.provider,
		merchant_vpa: configuration.merchantVpa,
		data_endpoint_url: configuration.dataEndpointUrl,
		created_timestamp: configuration.createdAt,
		updated_timestamp: configuration.updatedAt,
	};
}
