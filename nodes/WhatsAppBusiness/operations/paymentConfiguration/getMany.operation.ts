import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import { path } from '../../../graphApi/path';
import type { JsonObject } from '../../../graphApi/types';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import type { Operation } from '../../operation';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/onboarding-apis */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many payment configurations',
	description: 'List all payment configurations of an account with their status',
	fields: [optionsField([wabaField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}/payment_configurations`,
		on: 'waba',
	}),
	// A list in the only entry of a list, without pages.
	output: ({ data }) =>
		asObjects<JsonObject>(data).flatMap(({ payment_configurations }) =>
			asObjects<IDataObject>(payment_configurations),
		),
};
