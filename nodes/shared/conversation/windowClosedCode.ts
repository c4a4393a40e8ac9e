/** Meta's error for a message outside the customer service window. */
export const windowClosedCode = 131047;
