import { errorMeaning } from '../../../nodes/graphApi/errorTable';
import { permissionRange } from '../../../nodes/graphApi/errorTable/authorization';
import { errorGroups } from '../../../nodes/graphApi/errorTable/groups';
import { subcodeTexts } from '../../../nodes/graphApi/errorTable/subcodes';

const entries = Object.values(errorGroups).flatMap((group) =>
	Object.entries(group).map(([code, meaning]) => ({ code: Number(code), meaning })),
);
const codes = entries.map(({ code }) => code);

const texts: Array<[string, string, string]> = [
	...entries.map(({ code, meaning }): [string, string, string] => [
		String(code),
		meaning.what,
		meaning.todo,
	]),
	...Object.entries(subcodeTexts).flatMap(([code, ofCode]) =>
		Object.entries(ofCode).map(([subcode, text]): [string, string, string] => [
			`${code}/${subcode}`,
			text.what,
			text.todo,
		]),
	),
	['200-299', permissionRange.what, permissionRange.todo],
];

describe('errorTable', () => {
	it('has each code once', () => {
		expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
	});

	it.each(texts)('explains %s in plain sentences', (_, what, todo) => {
		for (const text of [what, todo]) {
			expect(text).toMatch(/^[A-Z].*\.$/);
			expect(text).not.toMatch(/ {2}|\.\.|#/);
		}
		expect(what.split(/[.?!] /)).toHaveLength(1);
		expect(todo.split(/[.?!] /).length).toBeLessThanOrEqual(2);
	});

	it.each(texts)('leaves the code out of the texts of %s', (_, what, todo) => {
		const numbers = `${what} ${todo}`.match(/\d+/g) ?? [];
		// The two-digit codes are also ordinary numbers.
		expect(
			numbers.filter((number) => Number(number) >= 100 && errorMeaning(Number(number))),
		).toEqual([]);
	});

	it("marks texts that refer to Meta's details as generic", () => {
		const referring = entries.filter(({ meaning }) => meaning.todo.includes("Meta's details"));
		expect(referring.length).toBeGreaterThan(5);
		expect(referring.filter(({ meaning }) => !meaning.generic)).toEqual([]);
	});

	it('has only real HTTP statuses', () => {
		const statuses = entries.flatMap(({ meaning }) => meaning.httpStatus ?? []);
		expect([...new Set(statuses)].sort()).toEqual([206, 400, 401, 403, 404, 429, 500, 503]);
	});

	it('marks exactly the codes as retryable that Meta did not accept but may accept later', () => {
		const retryable = entries.filter(({ meaning }) => meaning.retryable).map(({ code }) => code);
		expect(retryable.sort((a, b) => a - b)).toEqual([
			4, 80007, 130429, 131016, 131056, 131057, 133004,
		]);
	});

	// The codes of Meta's pages, so that a missing entry is noticed.
	it.each([
		['authorization', [0, 3, 10, 190, 200]],
		['integrity', [368, 130497, 131031]],
		['template creation', [2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299]],
		['template sending', [2388019]],
		['phone migration', [2388001, 2388012, 2388091, 2388093, 2388103, 2494100]],
		['template insights', [200005, 200006, 200007]],
		['WhatsApp Business Account', [2593079, 2593085]],
		['synchronization', [2593107, 2593108]],
		['throttling', [4, 80007, 130429, 131048, 131056, 131064, 133016]],
		[
			'other',
			[
				1, 2, 33, 100, 130403, 130472, 131000, 131005, 131008, 131009, 131016, 131021, 131026,
				131030, 131037, 131042, 131045, 131047, 131049, 131050, 131051, 131052, 131053, 131057,
				131060, 131062, 131063, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068,
				132069, 133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 134011, 135000,
			],
		],
		['marketing messages', [131055, 131061, 132018, 134100, 134101, 134102, 1752041]],
		['Direct Send', [132021, 139200, 2388318, 2388330]],
		['the identity check', [137000]],
		['templates, of other pages', [132008]],
		[
			'groups',
			[
				131020, 131041, 131059, 131201, 131202, 131204, 131207, 131208, 131209, 131210, 131211,
				131212, 131213, 131214, 131215,
			],
		],
		[
			'calling',
			[
				131044, 138000, 138001, 138002, 138003, 138004, 138005, 138006, 138007, 138009, 138011,
				138012, 138013, 138014, 138015, 138017, 138018, 138019, 138020, 138021, 138022, 138023,
			],
		],
		['blocked users', [139100, 139101, 139102, 139103]],
		['Flows', [139000, 139001, 139002, 139003, 139004, 139006]],
		['Graph API', [12, 17, 32, 102, 104, 341, 506, 613, 803, 2500, 1609005]],
	])('knows the codes for %s', (_, expected) => {
		expect(expected.filter((code) => !codes.includes(code))).toEqual([]);
	});
});

describe('errorMeaning', () => {
	it.each([
		[200, 403],
		[201, 403],
		[299, 403],
	])('explains %i as a missing permission', (code, httpStatus) => {
		expect(errorMeaning(code)).toMatchObject({
			what: expect.stringContaining('permission') as string,
			httpStatus,
		});
	});

	it.each([199, 300, -1, 999_999, Number.NaN])(
		'returns nothing for the unknown code %d',
		(code) => {
			expect(errorMeaning(code)).toBeUndefined();
			expect(errorMeaning(code, 463)).toBeUndefined();
		},
	);

	it.each([458, 459, 460, 463, 464, 467, 492])(
		'explains 190 more precisely with the subcode %i',
		(subcode) => {
			const meaning = errorMeaning(190, subcode);
			expect(meaning?.httpStatus).toBe(401);
			expect(meaning?.what).not.toBe(errorMeaning(190)?.what);
			expect(errorMeaning(102, subcode)?.what).toBe(meaning?.what);
		},
	);

	it('distinguishes an ID that the token cannot see from other invalid parameters', () => {
		expect(errorMeaning(100, 33)?.what).toContain('ID');
		expect(errorMeaning(100, 33)?.what).not.toBe(errorMeaning(33)?.what);
	});

	it('explains a seven-digit subcode and keeps the HTTP status of the code', () => {
		const { what, todo } = errorMeaning(2388293) ?? {};
		expect(errorMeaning(100, 2388293)).toEqual({ what, todo, httpStatus: 400 });
	});

	it('is no longer generic when the subcode says more', () => {
		expect(errorMeaning(100)?.generic).toBe(true);
		expect(errorMeaning(100, 33)?.generic).toBeUndefined();
		expect(errorMeaning(100, 2388040)?.generic).toBe(true);
	});

	it('changes the texts by the subcode but not whether the code is retryable', () => {
		expect(errorMeaning(131057, 2494100)).toMatchObject({
			what: errorMeaning(2494100)?.what,
			httpStatus: 500,
			retryable: true,
		});
	});

	it.each([
		[190, 999],
		[130429, 2494055],
		[131000, 463],
		[100, 4],
		[200, 1349174],
	])('falls back to %i when the subcode %i is unknown', (code, subcode) => {
		expect(errorMeaning(code, subcode)).toEqual(errorMeaning(code));
		expect(errorMeaning(code)).toBeDefined();
	});
});
