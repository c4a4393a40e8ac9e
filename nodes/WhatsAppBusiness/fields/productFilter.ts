/**
 * The filter of a catalog for products whose name or content ID contains a text, or undefined for all.
 * https://developers.facebook.com/docs/marketing-api/reference/product-catalog/products
 */
export function productFilter(text: string | undefined): string | undefined {
	const i_contains = text?.trim();
	if (!i_contains) return undefined;
	return JSON.stringify({ or: [{ name: { i_contains } }, { retailer_id: { i_contains } }] });
}
