package template

import (
	"errors"
	"fmt"
	"reflect"
)

// basic returns a value as what comparing knows: bool, int64, float64, complex128,
// string; nil for nil, lists and objects.
func basic(v any) any {
	of := reflect.ValueOf(v)
	switch {
	case of.Kind() == reflect.Bool:
		return of.Bool()
	case of.Kind() == reflect.String:
		return of.String()
	case of.CanInt():
		return of.Int()
	case of.CanFloat():
		return of.Float()
	case of.CanComplex():
		return of.Complex()
	}
	return nil
}

// incomparable is the error of two values of which neither order nor sameness is known.
func incomparable(a, b any) error {
	return fmt.Errorf("incompatible types for comparison: %s and %s", kind(a), kind(b))
}

// equal reports whether two values are the same. A list or an object is nothing but
// not nil.
func equal(a, b any) (bool, error) {
	x, y := basic(a), basic(b)
	switch {
	case a == nil || b == nil:
		return a == nil && b == nil, nil
	case x == nil || y == nil || reflect.TypeOf(x) != reflect.TypeOf(y):
		return false, incomparable(a, b)
	}
	return x == y, nil
}

// equalAny reports whether the first value is one of those that follow.
func equalAny(args []any) (any, error) {
	for _, b := range args[1:] {
		if same, err := equal(args[0], b); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

func unequal(args []any) (any, error) {
	same, err := equal(args[0], args[1])
	return !same, err
}

func less(args []any) (any, error) {
	b := basic(args[1])
	switch a := basic(args[0]).(type) {
	case int64:
		if b, ok := b.(int64); ok {
			return a < b, nil
		}
	case float64:
		if b, ok := b.(float64); ok {
			return a < b, nil
		}
	case string:
		if b, ok := b.(string); ok {
			return a < b, nil
		}
	case bool, complex128, nil:
		return false, errors.New("invalid type for comparison: " + kind(args[0]))
	}
	return false, incomparable(args[0], args[1])
}

func lessOrEqual(args []any) (any, error) {
	if is, err := less(args); is == true || err != nil {
		return is, err
	}
	return equal(args[0], args[1])
}

// negated returns the opposite of a comparison.
func negated(f Function) Function {
	return func(args []any) (any, error) {
		is, err := f(args)
		return is == false, err
	}
}
