import { Workflow } from 'n8n-workflow';
import type { INode, INodeParameters, INodeType } from 'n8n-workflow';

import { operations, resources } from '../../nodes/WhatsAppBusiness/operationList';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { eventKinds } from '../../nodes/shared/events/eventKinds';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';

/** The subtitle as n8n's editor works it out. */
function subtitleOf(type: INodeType, parameters: INodeParameters): unknown {
	const node: INode = {
		id: 'id',
		name: 'Node',
		type: type.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const { subtitle } = type.description;
	return expression.getSimpleParameterValue(node, subtitle, 'internal', {});
}

describe('Subtitle on the canvas', () => {
	const action = new WhatsAppBusiness();
	const trigger = new WhatsAppBusinessTrigger();

	it.each([
		['message', 'sendText', 'Send Text'],
		['message', 'sendAndWait', 'Send and Wait for Response'],
		['message', 'markAsRead', 'Mark as Read: Message'],
		['template', 'getMany', 'Get Many: Template'],
		['qrCode', 'create', 'Create: QR Code'],
		['message', 'removedOperation', 'removedOperation: Message'],
	])('of %s:%s is %s', (resource, operation, expected) => {
		expect(subtitleOf(action, { resource, operation })).toBe(expected);
	});

	it('names every operation and its resource as their fields do', () => {
		const names = new Map(resources.map(({ resource, displayName }) => [resource, displayName]));
		for (const { resource, operation, displayName } of operations) {
			const expected = operation.startsWith('send')
				? displayName
				: `${displayName}: ${names.get(resource)}`;
			expect(subtitleOf(action, { resource, operation })).toBe(expected);
		}
	});

	it('names every event of the trigger as its field does', () => {
		expect(subtitleOf(trigger, { events: ['messages', 'statuses'] })).toBe(
			'Message, Message Status',
		);
		const events = eventKinds.map(({ value }) => value);
		expect(subtitleOf(trigger, { events })).toBe(eventKinds.map(({ name }) => name).join(', '));
		expect(subtitleOf(trigger, { events: [] })).toBe('');
	});
});
