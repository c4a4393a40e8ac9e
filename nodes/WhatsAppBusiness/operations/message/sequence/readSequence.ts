import type { Account } from '../../../../graphApi/connection';
import { isJsonObject } from '../../../../graphApi/json';
import {
	refuseSecretsInBody,
	type ReservedParameterError,
} from '../../../../graphApi/reservedParameters';
import type { JsonValue } from '../../../../graphApi/types';
import { limits } from '../../../../shared/limits';
import type { OperationRequest, RequestBody } from '../../../operation';
import { brokenListRule } from '../../../parameters/parameterRules';
import type { Parameters } from '../../../parameters/parameters';
import { operation as sendText } from '../sendText.operation';
import { messageKinds, optionsForAll } from './messageKinds';
import type { MessageKind } from './messageKinds';
import { messagesField, messagesJsonField, specifyMessagesField } from './sequenceFields';

/** A message without what all of a sequence have in common. `type` is Meta's, also the key of the content. */
type Content = RequestBody & { type: string };

const howMany = { min: 1, max: limits.sequenceMessages };

/** What belongs to the whole sequence. */
const keysOfAll = ['messaging_product', 'recipient_type', 'to', 'recipient', 'context'];

/**
 * Reads the messages of a sequence, of which a text that is split has several.
 * @param base the request of any message of it.
 * @throws InputError for no or too many messages, and for an invalid one, with its number.
 */
export function readSequence(
	parameters: Parameters,
	account: Account,
	base: OperationRequest,
): Content[] {
	const options = parameters.group('options');
	const forAll = Object.fromEntries(
		optionsForAll.map(({ name }) => [name, options.boolean(name)] as const),
	);
	const common = {
		sender: base.countsFor?.phoneNumberId,
		to: base.countsFor?.recipient,
	};
	const contents = (message: Parameters, kind: MessageKind, own: Record<string, unknown>) => {
		const given = { ...common, options: { ...own, ...forAll } };
		return contentsOf(message.forOperation(kind.operation.fields, given), kind, account);
	};
	if (parameters.choice(specifyMessagesField.name) === 'json') {
		return readJson(parameters).flatMap((entry, index) =>
			typeof entry === 'string'
				? contents(textAt(parameters, index, entry), { operation: sendText }, {})
				: [contentFrom(parameters, index, entry)],
		);
	}
	return parameters.list(messagesField.name, 'message', 'Message', howMany).flatMap((entry) => {
		const kind = messageKinds.get(entry.choice('type'));
		if (kind === undefined) throw new Error('The type of a message has no operation');
		const shown = (kind.shown ?? []).map((name) => [name, entry.optionalText(name)] as const);
		const stored = entry.optionalJsonObject('options');
		return contents(entry, kind, { ...stored, ...Object.fromEntries(shown) });
	});
}

function contentsOf(
	parameters: Parameters,
	{ operation }: MessageKind,
	account: Account,
): Content[] {
	const request = operation.request?.(parameters, account);
	if (request === undefined) throw new Error(`'${operation.displayName}' sends nothing`);
	const { following = [] } = request;
	return [request, ...following.map((message) => message.request)].map(({ body }) => {
		const type = body?.type;
		if (typeof type !== 'string') throw new Error(`'${operation.displayName}' has no type`);
		return { type, [type]: body?.[type] };
	});
}

/** The list without its gaps, which an expression may leave. */
function readJson(parameters: Parameters): JsonValue[] {
	const { name } = messagesJsonField;
	const list = parameters.optionalJsonList(name) ?? [];
	const entries = list
		.map((entry) => (typeof entry === 'number' ? String(entry) : entry))
		.filter((entry) => entry !== null && (typeof entry !== 'string' || entry.trim() !== ''));
	const broken = brokenListRule(entries.length, howMany);
	if (broken) throw parameters.error(name, broken.what, broken.todo);
	return entries;
}

/** A text of the list as the field of a message. */
function textAt(parameters: Parameters, index: number, text: string): Parameters {
	return parameters
		.forOperation(sendText.fields, { text })
		.named(`Message ${index + 1} →`, (part, { displayName }) => `${part} ${displayName}`);
}

/** A message as Meta's API takes it. */
function contentFrom(parameters: Parameters, index: number, entry: JsonValue): Content {
	const problem = (what: string, todo: string) =>
		parameters.error(messagesJsonField.name, `has an entry ${index + 1} that ${what}`, todo);
	if (!isJsonObject(entry)) {
		throw problem('is neither a text nor an object', 'Let each entry be a text or an object.');
	}
	const common = keysOfAll.find((key) => key in entry);
	if (common !== undefined) {
		throw problem(`has the key "${common}"`, "Remove it: all messages go to the person in 'To'.");
	}
	const { type } = entry;
	if (typeof type !== 'string' || entry[type] === undefined) {
		throw problem(
			'has no type or no content',
			'Name the type and the content, for example {"type": "image", "image": {"link": "https://…"}}.',
		);
	}
	if (type === 'template') {
		throw problem('is a template', 'Send it with Send Template.');
	}
	try {
		refuseSecretsInBody(entry);
	} catch (error) {
		throw problem('cannot be sent', (error as ReservedParameterError).message);
	}
	return { ...entry, type };
}
