package runtime

import "gpuaas.example/platform/packages/platform/billing/metering"

// Attribute names the app that each stretch of GPU usage belongs to.
func Attribute(stretches []metering.Stretch, owners map[string]string) map[string][]metering.Stretch {
	byApp := map[string][]metering.Stretch{}
	for _, stretch := range stretches {
		app, ok := owners[stretch.Resource]
		if !ok {
			app = "unattributed"
		}
		byApp[app] = append(byApp[app], stretch)
	}
	return byApp
}
