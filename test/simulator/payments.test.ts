import { business, type Simulator } from '../../simulator';
import { call, firstNumber, start } from './support';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await start();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

const at = (edge: string) => `/v25.0/${business.waba.id}/${edge}`;
const { paymentConfiguration, upiConfiguration } = business;
const [reference] = business.paidOrders;

describe('payment configurations of the simulator', () => {
	const create = (body: object) => call(simulator, 'POST', at('payment_configuration'), body);
	const read = (name: string) => call(simulator, 'GET', at(`payment_configuration/${name}`));

	it('of a payment gateway wait to be connected with a link', async () => {
		const { body } = await create({ configuration_name: 'new', provider_name: 'payu' });
		expect(body).toEqual({
			oauth_url: expect.stringMatching(/^https:/),
			expiration: expect.any(Number),
			success: true,
		});
		expect((await read('new')).body).toMatchObject({
			data: [{ configuration_name: 'new', provider_name: 'payu', status: 'Needs_Connecting' }],
		});
		const link = at('generate_payment_configuration_oauth_link');
		expect((await call(simulator, 'POST', link, { configuration_name: 'new' })).body).toEqual({
			oauth_url: expect.stringMatching(/^https:/),
			expiration: expect.any(Number),
		});
	});

	it('of a UPI handle are active at once', async () => {
		const upi = { configuration_name: 'new', provider_name: 'upi_vpa', merchant_vpa: 'a@b' };
		expect((await create(upi)).body).toEqual({ success: true });
		expect((await read('new')).body).toMatchObject({ data: [{ status: 'Active' }] });
	});

	it.each([
		['a name that exists', { configuration_name: paymentConfiguration, provider_name: 'payu' }],
		['an unknown provider', { configuration_name: 'new', provider_name: 'stripe' }],
		['no provider', { configuration_name: 'new' }],
		['a UPI provider without handle', { configuration_name: 'new', provider_name: 'upi_vpa' }],
	])('are not created with %s', async (_name, body) => {
		expect((await create(body)).error.code).toBe(100);
	});

	it('get a data endpoint', async () => {
		const path = at(`payment_configuration/${paymentConfiguration}`);
		const data_endpoint_url = 'https://example.com/checkout';
		expect((await call(simulator, 'POST', path, { data_endpoint_url })).body).toEqual({
			success: true,
		});
		expect((await read(paymentConfiguration)).body).toMatchObject({
			data: [{ data_endpoint_url }],
		});
		const wrong = { data_endpoint_url: 'checkout' };
		expect((await call(simulator, 'POST', path, wrong)).error.code).toBe(100);
	});

	it('are listed until they are deleted', async () => {
		const names = async () => {
			const { body } = await call(simulator, 'GET', at('payment_configurations'));
			const [{ payment_configurations } = {}] = body.data as Array<{
				payment_configurations?: Array<{ configuration_name: string }>;
			}>;
			return payment_configurations?.map(({ configuration_name }) => configuration_name);
		};
		expect(await names()).toEqual([paymentConfiguration, upiConfiguration]);
		const remove = () =>
			call(simulator, 'DELETE', at('payment_configuration'), {
				configuration_name: upiConfiguration,
			});
		expect((await remove()).body).toEqual({ success: true });
		expect(await names()).toEqual([paymentConfiguration]);
		expect((await remove()).error.code).toBe(100);
		expect((await read(upiConfiguration)).error.code).toBe(100);
	});
});

describe('payments of the simulator', () => {
	const payment = (configuration: string, id: string) =>
		call(simulator, 'GET', `/v25.0/${firstNumber.id}/payments/${configuration}/${id}`);
	const refund = (body: object) =>
		call(simulator, 'POST', `/v25.0/${firstNumber.id}/payments_refund`, {
			reference_id: reference,
			payment_config_id: paymentConfiguration,
			amount: { currency: 'INR', value: '100', offset: '100' },
			...body,
		});
	const rupees = (value: string) => ({ amount: { currency: 'INR', value, offset: '100' } });

	it('are found by configuration and reference', async () => {
		expect((await payment(paymentConfiguration, reference)).body).toMatchObject({
			payments: [
				{
					reference_id: reference,
					status: 'captured',
					total_amount: { value: 21000, offset: 100 },
				},
			],
		});
		expect((await payment(upiConfiguration, reference)).error.code).toBe(100);
		expect((await payment(paymentConfiguration, 'unknown')).error.code).toBe(100);
		expect((await payment(paymentConfiguration, `${reference}/more`)).error.code).toBe(2500);
	});

	it('are refunded up to what was paid', async () => {
		expect((await refund({ speed: 'instant' })).body).toEqual({
			id: expect.any(String),
			status: 'pending',
			speed_processed: 'instant',
		});
		expect((await payment(paymentConfiguration, reference)).body).toMatchObject({
			payments: [{ transactions: [{ refunds: [{ amount: { value: 100, offset: 100 } }] }] }],
		});
		expect((await refund(rupees('20901'))).error.code).toBe(100);
		expect((await refund(rupees('20900'))).status).toBe(200);
	});

	it.each([
		['another currency', { amount: { currency: 'BRL', value: '100', offset: '100' } }],
		['an amount as a number', { amount: { currency: 'INR', value: 100, offset: 100 } }],
		['nothing', rupees('0')],
		['an unknown speed', { speed: 'soon' }],
		['an unknown order', { reference_id: 'unknown' }],
	])('are not refunded with %s', async (_name, body) => {
		expect((await refund(body)).error.code).toBe(100);
	});
});
