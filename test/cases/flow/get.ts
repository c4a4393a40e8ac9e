import { business } from '../../../simulator/business';
import { draftFlow, flowById, rejectedFlows } from '../../support/flow';
import type { RejectedCase, RequestCase } from '../requestCase';

const flow = flowById(draftFlow.id);
const path = `/${draftFlow.id}`;
const healthPhoneNumberId = { __rl: true, mode: 'id', value: business.phoneNumbers[1].id };

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { flow }, request: { method: 'GET', path } },
	{
		name: 'fullest',
		parameters: {
			flow,
			options: {
				fields: [
					'name',
					'categories',
					'preview',
					'status',
					'validation_errors',
					'json_version',
					'data_api_version',
					'endpoint_uri',
					'whatsapp_business_account',
					'application',
					'health_status',
				],
				newPreviewLink: true,
				healthPhoneNumberId,
			},
		},
		request: {
			method: 'GET',
			path,
			query: {
				fields: `id,name,categories,preview.invalidate(true),status,validation_errors,json_version,data_api_version,endpoint_uri,whatsapp_business_account,application,health_status.phone_number(${business.phoneNumbers[1].id})`,
			},
		},
	},
	{
		name: 'preview link and health beside the usual fields',
		parameters: { flow, options: { newPreviewLink: true, healthPhoneNumberId } },
		request: {
			method: 'GET',
			path,
			query: {
				fields: `id,name,status,categories,validation_errors,preview.invalidate(true),health_status.phone_number(${business.phoneNumbers[1].id})`,
			},
		},
	},
	{
		name: 'the preview link there is',
		parameters: { flow, options: { fields: ['preview'], newPreviewLink: false } },
		request: { method: 'GET', path, query: { fields: 'id,preview' } },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedFlows(),
	{
		name: 'an invalid phone number ID',
		parameters: {
			flow,
			options: { healthPhoneNumberId: { __rl: true, mode: 'id', value: '+1 650 555 1234' } },
		},
		message: /'Health for Number' is not a phone number ID/,
	},
];
