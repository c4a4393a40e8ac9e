import type { INode } from 'n8n-workflow';
import fc from 'fast-check';

import {
	isSettled,
	unknownDelivery,
	withReport,
} from '../../../nodes/WhatsAppBusiness/sendAndWait/delivery/delivery';
import type { DeliveryReport } from '../../../nodes/shared/deliveryReports';

const node = { name: 'Send', type: 'test', typeVersion: 1 } as INode;
const at = '2026-11-20T09:30:00.000Z';
const report = (status: DeliveryReport['status']): DeliveryReport => ({
	...{ token: 't', from: '16505551234', userId: null, status, at },
	failure: status === 'failed' ? { code: 131026, message: 'Undeliverable', details: null } : null,
});
const after = (awaits: 'delivered' | 'read', ...statuses: Array<DeliveryReport['status']>) =>
	statuses.reduce(
		(known, status) => withReport(known, report(status), awaits, node),
		unknownDelivery,
	);

describe('The delivery of a message', () => {
	it.each<[awaits: 'delivered' | 'read', statuses: Array<DeliveryReport['status']>, object]>([
		['delivered', [], { status: 'timedOut', delivered: false, read: false, at: null }],
		['delivered', ['delivered'], { status: 'delivered', delivered: true, read: false, at }],
		['delivered', ['read'], { status: 'delivered', delivered: true, read: true, at }],
		['delivered', ['delivered', 'read'], { status: 'delivered', read: false }],
		['delivered', ['delivered', 'failed'], { status: 'delivered', error: null }],
		['delivered', ['failed'], { status: 'failed', delivered: false, at }],
		['read', ['delivered'], { status: 'timedOut', delivered: true, read: false, at: null }],
		['read', ['delivered', 'read'], { status: 'read', delivered: true, read: true, at }],
		['read', ['read', 'delivered'], { status: 'read', delivered: true, read: true, at }],
		['read', ['delivered', 'failed'], { status: 'failed', delivered: true, read: false }],
	])('%s is awaited, %j comes in', (awaits, statuses, expected) => {
		expect(after(awaits, ...statuses)).toMatchObject(expected);
	});

	it('has an error like that of a message that was not accepted', () => {
		expect(after('delivered', 'failed').error).toMatchObject({
			...{ code: 131026, outcome: 'notAccepted', safeToSendAgain: true },
			message: expect.any(String) as string,
			description: expect.any(String) as string,
		});
	});

	it('does not change once it is settled, and duplicates change nothing', () => {
		const statuses = fc.array(
			fc.constantFrom<DeliveryReport['status']>('delivered', 'read', 'failed'),
		);
		fc.assert(
			fc.property(fc.constantFrom('delivered', 'read'), statuses, (awaits, all) => {
				let known = unknownDelivery;
				for (const status of all) {
					const next = withReport(known, report(status), awaits, node);
					if (isSettled(known)) expect(next).toBe(known);
					expect(withReport(next, report(status), awaits, node)).toBe(next);
					known = next;
				}
			}),
		);
	});
});
