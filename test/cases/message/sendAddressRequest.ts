import type { INodeParameters } from 'n8n-workflow';

import {
	commonOptions,
	otherSender,
	interactiveMessage,
	interactiveMessageWithCommonOptions,
	to,
} from '../../support/interactiveMessage';
import type { RejectedCase, RequestCase } from '../requestCase';

const body = 'Thanks for your order! Where shall we deliver it?';
const withOptions = (options: INodeParameters): INodeParameters => ({ to, body, options });

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to, body },
		request: interactiveMessage({
			type: 'address_message',
			body: { text: body },
			action: { name: 'address_message', parameters: { country: 'IN' } },
		}),
	},
	{
		name: 'fullest',
		parameters: {
			sender: otherSender,
			...withOptions({
				...commonOptions,
				header: { header: { headerText: 'Delivery' } },
				footer: 'We deliver within 3 days',
				prefilledValues: {
					name: 'Pablo Morales',
					phoneNumber: '+91 98765 43210',
					pinCode: '400063',
					houseNumber: '12',
					floorNumber: '8',
					towerNumber: '2',
					buildingName: 'Cello Triumph',
					address: 'Wing A, IB Patel Road',
					landmarkArea: 'Goregaon',
					city: 'Mumbai',
					state: 'Maharashtra',
				},
				savedAddresses: {
					address: [
						{ id: 'home', name: 'Pablo Morales', pinCode: '400063', city: 'Mumbai' },
						{ id: 'office', address: 'MG Road 1', city: 'Bengaluru' },
					],
				},
				validationErrors: {
					error: [
						{ field: 'in_pin_code', message: 'We could not find this pin code.' },
						{ field: 'city', message: 'We do not deliver there.' },
					],
				},
			}),
		},
		request: interactiveMessageWithCommonOptions({
			type: 'address_message',
			header: { type: 'text', text: 'Delivery' },
			body: { text: body },
			footer: { text: 'We deliver within 3 days' },
			action: {
				name: 'address_message',
				parameters: {
					country: 'IN',
					values: {
						name: 'Pablo Morales',
						phone_number: '+919876543210',
						in_pin_code: '400063',
						house_number: '12',
						floor_number: '8',
						tower_number: '2',
						building_name: 'Cello Triumph',
						address: 'Wing A, IB Patel Road',
						landmark_area: 'Goregaon',
						city: 'Mumbai',
						state: 'Maharashtra',
					},
					saved_addresses: [
						{
							id: 'home',
							value: { name: 'Pablo Morales', in_pin_code: '400063', city: 'Mumbai' },
						},
						{ id: 'office', value: { address: 'MG Road 1', city: 'Bengaluru' } },
					],
					validation_errors: {
						in_pin_code: 'We could not find this pin code.',
						city: 'We do not deliver there.',
					},
				},
			},
		}),
	},
	{
		name: 'in Singapore',
		parameters: {
			...withOptions({
				prefilledValues: {
					name: 'Pablo Morales',
					phoneNumber: '+65 6123 4567',
					postCode: '018956',
					address: '10 Bayfront Avenue',
					unitNumber: '08-01',
					city: 'Singapore',
				},
			}),
			country: 'SG',
		},
		request: interactiveMessage({
			type: 'address_message',
			body: { text: body },
			action: {
				name: 'address_message',
				parameters: {
					country: 'SG',
					values: {
						name: 'Pablo Morales',
						phone_number: '+6561234567',
						sg_post_code: '018956',
						address: '10 Bayfront Avenue',
						unit_number: '08-01',
						city: 'Singapore',
					},
				},
			},
		}),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing body', parameters: { to }, message: /'Text' is empty/ },
	{
		name: 'a country without address messages',
		parameters: { to, body, country: 'DE' },
		message: /'Country' has a value that does not exist/,
	},
	{
		name: 'a pin code that is too long',
		parameters: withOptions({ prefilledValues: { pinCode: '4000631' } }),
		message: /'Pin Code' has 7 characters/,
	},
	{
		name: 'a post code that is too long',
		parameters: {
			...withOptions({ prefilledValues: { postCode: '0189561' } }),
			country: 'SG',
		},
		message: /'Post Code' has 7 characters/,
	},
	{
		name: 'an invalid phone number',
		parameters: withOptions({ prefilledValues: { phoneNumber: 'unknown' } }),
		message: /'Phone Number' is not a phone number/,
	},
	{
		name: 'a saved address without ID',
		parameters: withOptions({ savedAddresses: { address: [{ city: 'Mumbai' }] } }),
		message: /'Address 1 → Address ID' is empty/,
	},
	{
		name: 'a saved address without fields',
		parameters: withOptions({ savedAddresses: { address: [{ id: 'home' }] } }),
		message: /'Address 1 → Address ID' has no address/,
	},
	{
		name: 'two saved addresses with the same ID',
		parameters: withOptions({
			savedAddresses: {
				address: [
					{ id: 'home', city: 'Mumbai' },
					{ id: 'home', city: 'Delhi' },
				],
			},
		}),
		message: /'Address 2 → Address ID' is the same as in an earlier entry/,
	},
	{
		name: 'an error without message',
		parameters: withOptions({ validationErrors: { error: [{ field: 'city' }] } }),
		message: /'Error 1 → Message' is empty/,
	},
	{
		name: 'an error at a field the form does not have',
		parameters: withOptions({
			validationErrors: { error: [{ field: 'sg_post_code', message: 'Unknown' }] },
		}),
		message: /'Error 1 → Field' is not in the form for the country/,
	},
	{
		name: 'an error at a field that does not exist',
		parameters: withOptions({
			validationErrors: { error: [{ field: 'zip', message: 'Unknown' }] },
		}),
		message: /'Error 1 → Field' has a value that does not exist/,
	},
	{
		name: 'two errors at one field',
		parameters: withOptions({
			validationErrors: {
				error: [
					{ field: 'city', message: 'Unknown' },
					{ field: 'city', message: 'Too far' },
				],
			},
		}),
		message: /'Error 2 → Field' is the same as in an earlier entry/,
	},
];
