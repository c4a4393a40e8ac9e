import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { z } from 'zod';

type Path = Array<string | number>;

/** An error in a Flow JSON. Lines and columns start at 1, and the end is inclusive. */
export interface FlowValidationError {
	error: string;
	error_type: 'JSON_SCHEMA_ERROR' | 'FLOW_JSON_ERROR';
	message: string;
	line_start: number;
	line_end: number;
	column_start: number;
	column_end: number;
	pointers: Array<
		Omit<FlowValidationError, 'error' | 'error_type' | 'message' | 'pointers'> & { path: string }
	>;
}

/** An error and its path in the JSON. */
interface Finding {
	error: string;
	message: string;
	path: Path;
	/** The error is in the name of the property, not in its value. */
	atName?: boolean;
}

/**
 * Validates a Flow JSON as Meta does on upload: the schema of the top level, screens and layouts, the
 * routing model, and the targets of actions. Meta validates more, such as the properties of components.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/error-codes#static-validation-errors
 */
export function validateFlowJson(text: string): FlowValidationError[] {
	const problems: ParseError[] = [];
	const tree = parseTree(text, problems, { disallowComments: true });
	const [problem] = problems;
	if (!tree || problem) {
		const range = rangeOf(text, problem?.offset ?? 0, problem?.length ?? 1);
		return [
			{
				error: 'INVALID_FLOW_JSON',
				error_type: 'JSON_SCHEMA_ERROR',
				message: 'Flow JSON is not valid',
				...range,
				pointers: [{ ...range, path: '' }],
			},
		];
	}
	const flow: unknown = JSON.parse(text);
	const schema = flowSchema.safeParse(flow, { reportInput: true });
	const findings = schema.success
		? checkScreens(schema.data)
		: schema.error.issues.flatMap(findingsOf);
	const type = schema.success ? 'FLOW_JSON_ERROR' : 'JSON_SCHEMA_ERROR';
	return findings.map((finding) => validationError(text, tree, finding, type));
}

/** The versions in a Flow JSON. Empty if it is invalid. */
export function flowJsonVersions(text: string | undefined): {
	json_version?: string;
	data_api_version?: string;
} {
	const result = versionsSchema.safeParse(text === undefined ? {} : JSON.parse(text));
	return result.success
		? { json_version: result.data.version, data_api_version: result.data.data_api_version }
		: {};
}

const versionsSchema = z.looseObject({
	version: z.string().optional(),
	data_api_version: z.string().optional(),
});

const componentTypes = [
	'TextHeading',
	'TextSubheading',
	'TextBody',
	'TextCaption',
	'RichText',
	'TextInput',
	'TextArea',
	'CheckboxGroup',
	'RadioButtonsGroup',
	'ChipsSelector',
	'Footer',
	'OptIn',
	'Dropdown',
	'EmbeddedLink',
	'DatePicker',
	'CalendarPicker',
	'Image',
	'ImageCarousel',
	'If',
	'Switch',
	'MediaUpload',
	'PhotoPicker',
	'DocumentPicker',
	'NavigationList',
	'Form',
] as const;

const component = z.looseObject({
	type: z.enum(componentTypes),
	get children() {
		return z.array(component).optional();
	},
});
type Component = z.output<typeof component>;

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson */
const flowSchema = z.strictObject({
	version: z.string().regex(/^\d+\.\d+$/),
	data_api_version: z.string().optional(),
	data_channel_uri: z.string().optional(),
	routing_model: z.record(z.string(), z.array(z.string())).optional(),
	screens: z
		.array(
			z.strictObject({
				id: z.string().regex(/^[A-Za-z_]+$/),
				title: z.string().optional(),
				terminal: z.boolean().optional(),
				success: z.boolean().optional(),
				data: z.record(z.string(), z.unknown()).optional(),
				refresh_on_back: z.boolean().optional(),
				sensitive: z.array(z.string()).optional(),
				layout: z.strictObject({
					type: z.enum(['SingleColumnLayout']),
					children: z.array(component),
				}),
			}),
		)
		.min(1),
});
type FlowJson = z.output<typeof flowSchema>;

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
	const path = issue.path as Path;
	const name = String(path.at(-1) ?? '');
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			error: 'INVALID_PROPERTY_KEY',
			message: `Property '${key}' cannot be specified at '${pointer(path)}'`,
			path: [...path, key],
			atName: true,
		}));
	}
	if (issue.input === undefined) {
		return name === 'version' && path.length === 1
			? [
					{
						error: 'MISSING_FLOW_JSON_VERSION',
						message: 'Flow JSON version is not specified',
						path: [],
					},
				]
			: [
					{
						error: 'MISSING_REQUIRED_TYPE_PROPERTY',
						message: `Required property '${name}' is missing`,
						path: path.slice(0, -1),
					},
				];
	}
	switch (issue.code) {
		case 'invalid_type':
			return [
				{
					error: 'INVALID_PROPERTY_TYPE',
					message: `Expected '${pointer(path)}' to be ${issue.expected} but found ${typeName(issue.input)}`,
					path,
				},
			];
		case 'invalid_value':
			return [
				{
					error: 'INVALID_ENUM_VALUE',
					message: `Value should be one of: [${issue.values.map(String).join(', ')}]`,
					path,
				},
			];
		case 'too_small':
			return [
				{
					error: 'MIN_ITEMS_REQUIRED',
					message: `Property '${name}' should have at least ${issue.minimum} items`,
					path,
				},
			];
		case 'invalid_format':
			return name === 'version'
				? [{ error: 'INVALID_FLOW_JSON_VERSION', message: 'Invalid Flow JSON version', path }]
				: [
						{
							error: 'PATTERN_MISMATCH',
							message: `Property '${name}' should only consist of alphabets and underscores`,
							path,
						},
					];
		default:
			return [
				{
					error: 'INVALID_PROPERTY_VALUE',
					message: `Invalid value found for property '${name}' at '${pointer(path)}'`,
					path,
				},
			];
	}
}

function checkScreens({ screens, routing_model }: FlowJson): Finding[] {
	const ids = screens.map(({ id }) => id);
	return [
		...(routing_model ? checkRouting(ids, routing_model) : []),
		...screens.flatMap(({ id, terminal, layout }, index) =>
			actionsOf(layout.children, ['screens', index, 'layout', 'children']).flatMap((action) =>
				checkAction(action, id, terminal === true, ids),
			),
		),
	];
}

function checkRouting(ids: string[], model: Record<string, string[]>): Finding[] {
	const error = 'INVALID_ROUTING_MODEL';
	const path = ['routing_model'];
	const missing = ids.filter((id) => !(id in model));
	const routed = Object.entries(model).flatMap(([from, targets]) => [from, ...targets]);
	const unknown = [...new Set(routed.filter((id) => !ids.includes(id)))];
	return [
		...(missing.length > 0
			? [
					{
						error,
						message: `Following screens are missing in the routing model: [${missing.join(', ')}].`,
						path,
					},
				]
			: []),
		...(unknown.length > 0
			? [
					{
						error,
						message: `Invalid screens found in the routing model: [${unknown.join(', ')}].`,
						path,
					},
				]
			: []),
	];
}

interface Action {
	name: string;
	/** Target screen of `navigate`. */
	next?: string;
	path: Path;
}

const actionSchema = z.looseObject({
	name: z.string(),
	next: z.looseObject({ name: z.string() }).optional(),
});

function actionsOf(components: Component[], path: Path): Action[] {
	return components.flatMap((entry, index) => {
		const found = Object.entries(entry).flatMap(([key, value]): Action[] => {
			if (!/^on-.*-action$/.test(key)) return [];
			const action = actionSchema.safeParse(value);
			if (!action.success) return [];
			return [
				{ name: action.data.name, next: action.data.next?.name, path: [...path, index, key] },
			];
		});
		return [...found, ...actionsOf(entry.children ?? [], [...path, index, 'children'])];
	});
}

function checkAction(
	{ name, next, path }: Action,
	screen: string,
	isTerminal: boolean,
	ids: string[],
): Finding[] {
	if (name === 'complete' && !isTerminal) {
		return [
			{
				error: 'INVALID_COMPLETE_ACTION',
				message: "'complete' on-click-action can only be used on terminal screens.",
				path: [...path, 'name'],
			},
		];
	}
	if (name !== 'navigate' || next === undefined) return [];
	const error = 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME';
	const at = [...path, 'next', 'name'];
	if (next === screen) {
		return [{ error, message: `Loop detected: '${next}' can not navigate to itself.`, path: at }];
	}
	return ids.includes(next)
		? []
		: [{ error, message: `Unknown screen ids found: [${next}].`, path: at }];
}

function validationError(
	text: string,
	tree: Node,
	{ error, message, path, atName }: Finding,
	error_type: FlowValidationError['error_type'],
): FlowValidationError {
	const value = findNodeAtLocation(tree, path) ?? tree;
	const { offset, length } = (atName && value.parent?.children?.[0]) || value;
	const range = rangeOf(text, offset, length);
	return { error, error_type, message, ...range, pointers: [{ ...range, path: pathText(path) }] };
}

function rangeOf(text: string, offset: number, length: number) {
	const start = positionOf(text, offset);
	const end = positionOf(text, offset + Math.max(1, length) - 1);
	return {
		line_start: start.line,
		line_end: end.line,
		column_start: start.column,
		column_end: end.column,
	};
}

function positionOf(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `$root/screens/0` */
function pointer(path: Path): string {
	return ['$root', ...path].join('/');
}

/** `screens[0].layout` */
function pathText(path: Path): string {
	return path
		.map((part, index) =>
			typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
		)
		.join('');
}

function typeName(value: unknown): string {
	return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
