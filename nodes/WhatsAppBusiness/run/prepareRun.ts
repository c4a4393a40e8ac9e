import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { RequestError } from '../../graphApi/errors/requestError';
import type { GraphApi } from '../../graphApi/graphApi';
import type { SendingRules } from '../../graphApi/sendingRules';
import { sharedRateOf } from '../../memory/redisRate';
import { KnownAccount } from '../../shared/account/knownAccount';
import { accountApi } from '../../shared/account/wrongId';
import { readCredential } from '../../shared/credential';
import { defaultCountryOf } from '../../shared/defaultCountry';
import { egressFilterOf } from '../../shared/egressFilter';
import { continuesOnFail } from './continuesOnFail';
import { itemParameters } from '../parameters/itemParameters';
import { numberSettings } from './numbersFromWhatsApp';
import { customersWhoWrote, messagesReceived, numbersWrittenTo } from './numberWrittenTo';
import { operations } from '../operationList';
import type { ListedOperation } from '../operationList';
import type { Parameters } from '../parameters/parameters';
import { readSendingRules } from '../fields/sendingOptions';

/** The operation, connection and parameters of a run. */
export interface RunContext {
	operation: ListedOperation;
	api: GraphApi;
	rules: SendingRules;
	credential: CredentialData;
	/** Connects with another credential, by the same rules. */
	connect(credential: CredentialData): GraphApi;
	parametersOf(itemIndex: number): Parameters;
}

/**
 * Finds the chosen operation and creates the connection. Nothing is changed at Meta.
 * @param noMore rejects requests that wait to be sent. A request in progress continues.
 * @throws NodeOperationError for an operation that does not exist, CredentialError when the credential is incomplete or
 * invalid, InputError for an invalid sending option.
 */
export async function prepareRun(
	context: IExecuteFunctions,
	noMore: AbortSignal,
): Promise<RunContext> {
	const operation = chosenOperation(context);
	const credential = await readCredential(context);
	let numberWrittenTo = numbersWrittenTo(context, '');
	let customerWhoWrote = customersWhoWrote(context, '');
	const valuesOf = itemParameters(
		context,
		(itemIndex) => numberWrittenTo(itemIndex),
		numberSettings(context, defaultCountryOf(credential)),
		(itemIndex) => customerWhoWrote(itemIndex),
		messagesReceived(context),
	);
	const parametersOf = (itemIndex: number) => valuesOf(itemIndex, operation.fields);
	const signal = context.getExecutionCancelSignal();
	const rules = sendingRules(context, operation, parametersOf);
	const egress = egressFilterOf(context);
	const connect = (other: CredentialData) =>
		accountApi(other, { signal, noMore, rules, egress, sharedRate: sharedRateOf(other) });
	const api = connect(credential);
	const wabaId = await ownAccount(context, operation, api, numberWrittenTo);
	if (wabaId !== '') {
		numberWrittenTo = numbersWrittenTo(context, wabaId);
		customerWhoWrote = customersWhoWrote(context, wabaId);
	}
	return { operation, parametersOf, credential, connect, api, rules };
}

/**
 * The account of the credential's number. Looked up if customers wrote to another number, which may be one of another
 * account that the token can use as well.
 * @returns '' if it is not needed or not found.
 */
async function ownAccount(
	context: IExecuteFunctions,
	{ sendsMessages }: ListedOperation,
	api: GraphApi,
	numberWrittenTo: ReturnType<typeof numbersWrittenTo>,
): Promise<string> {
	const { wabaId, phoneNumberId } = api.connection.account;
	if (wabaId !== '' || phoneNumberId === '' || !sendsMessages) return wabaId;
	const isOther = context.getInputData().some((_item, itemIndex) => {
		const number = numberWrittenTo(itemIndex);
		return number !== undefined && number !== phoneNumberId;
	});
	if (!isOther) return wabaId;
	const account = new KnownAccount(api);
	await account.find('wabaId').catch((error: unknown) => {
		if (!(error instanceof RequestError)) throw error;
	});
	return account.current.wabaId;
}

/** The rules of the first item with valid options: when the node continues on fail, an invalid item must not end the run. */
function sendingRules(
	context: IExecuteFunctions,
	operation: ListedOperation,
	parametersOf: RunContext['parametersOf'],
): SendingRules {
	const itemCount = continuesOnFail(context) ? context.getInputData().length : 1;
	let firstError: unknown;
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		try {
			return readSendingRules(operation, parametersOf(itemIndex));
		} catch (error) {
			firstError ??= error;
		}
	}
	throw firstError;
}

function chosenOperation(context: IExecuteFunctions): ListedOperation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = operations.find(
		(candidate) => candidate.resource === resource && candidate.operation === name,
	);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`The operation '${name}' of the resource '${resource}' does not exist`,
			{ description: 'Choose the resource and the operation again.' },
		);
	}
	return operation;
}
